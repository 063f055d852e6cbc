package io.echotrace.agent.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobsTest {
    @ParameterizedTest
    @CsvSource({
        "Shop,Shop,true",
        "Shop,Shopper,false",
        "*op,Shop,true",
        "S?op,Shop,true",
        "S?op,Sop,false",
        "com.acme.*,com.acme.shop.Main,true",
        "com.acme.*,com_acme.Main,false",
        "A:Shop:B,Shop,true",
        ":Shop:,Shop,true",
        "Main%24Inner,Main$Inner,true",
        "C%3A\\app.jar,C:\\app.jar,true",
        "*,'',true",
    })
    void glob_matchesTheWholeName(String globs, String name, boolean expected) {
        assertThat(Globs.parse(globs).match(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "::"})
    void globs_needAName(String text) {
        assertThatThrownBy(() -> Globs.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
