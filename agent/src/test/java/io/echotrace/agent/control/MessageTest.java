package io.echotrace.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTest {
    @ParameterizedTest
    @CsvSource({
        "@stop, stop,, ''",
        "@stop#7, stop, 7, ''",
        "@mark a b#c @d, mark,, a b#c @d",
        "@mark#x-1 a b#c, mark, x-1, a b#c",
        "'@start#1 /tmp live=off,wav=a b.wav', start, 1, '/tmp live=off,wav=a b.wav'",
        "@, '',, ''",
        "@#, '', '', ''",
    })
    void message_hasAVerb_perhapsAnId_andARest(String text, String verb, String id, String rest) {
        Message message = Message.of(text);
        assertThat(message.verb()).isEqualTo(verb);
        assertThat(message.id()).isEqualTo(id);
        assertThat(message.rest()).isEqualTo(rest);
    }

    @Test
    void textWithoutTheSign_isTheOptionsOfAStart() {
        Message message = Message.of("wav=run@home.wav");
        assertThat(message.verb()).isEqualTo("start");
        assertThat(message.id()).isNull();
        assertThat(message.rest()).isEqualTo("- wav=run@home.wav");
    }

    @Test
    void noText_isAStartWithoutOptions() {
        assertThat(Message.of(null).verb()).isEqualTo("start");
        assertThat(Message.of(null).rest()).isEqualTo("- ");
        assertThat(Message.of("").rest()).isEqualTo("- ");
    }
}
