package io.echotrace.agent.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static final Pattern FORM = Pattern.compile("@(\\w+)#(\\w+)(?: (.*))?");

    @Test
    void start_hasTheFolderInOneWord_andTheOptionsAsTheyAre() {
        assertThat(rest(Message.start("/tmp/a folder/100%+ä", "wav=a b.wav,live=off")))
                .isEqualTo("/tmp/a%20folder/100%25%2B%C3%A4 wav=a b.wav,live=off");
    }

    @Test
    void start_withoutOptions_endsWithTheFolder() {
        assertThat(rest(Message.start("/tmp", ""))).isEqualTo("/tmp");
    }

    @Test
    void messages_haveTheirVerb_andAnIdOfTheirOwn() {
        Message mark = Message.mark("two words");
        assertThat(mark.text()).isEqualTo("@mark#" + mark.id() + " two words");
        assertThat(Message.stop().text()).matches("@stop#\\w+");
        assertThat(Message.acknowledge().id())
                .isNotEqualTo(Message.acknowledge().id());
    }

    private static String rest(Message message) {
        Matcher matcher = FORM.matcher(message.text());
        assertThat(matcher.matches()).as(message.text()).isTrue();
        assertThat(matcher.group(2)).isEqualTo(message.id());
        return matcher.group(3);
    }
}
