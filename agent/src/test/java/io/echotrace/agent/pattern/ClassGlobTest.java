package io.echotrace.agent.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassGlobTest {
    @ParameterizedTest
    @CsvSource({
        "com.acme.Shop, com/acme/Shop",
        "com.acme.*, com/acme/Shop",
        "com.acme.*, com/acme/Shop$Till",
        "com.acme.**, com/acme/Shop",
        "com.acme.**, com/acme/web/page/Shop",
        "com.**.Shop, com/acme/web/Shop",
        "com.*.web.*op, com/acme/web/Shop",
        "**, com/acme/Shop",
        "**, Shop",
        "**Shop, com/acme/WebShop",
        "**.web.**, com/acme/web/Shop",
        "com.acme.Sh?p, com/acme/Shop",
        "com.acme.Outer.Inner, com/acme/Outer$Inner",
        "com.acme.Outer$Inner, com/acme/Outer$Inner",
        "com.acme.Outer.*, com/acme/Outer$Inner$Innermost",
        "com.*a.*b, com/xa$ya/zb",
        "Shop, com/acme/Shop",
        "Shop, Shop",
        "*Shop, com/acme/WebShop",
        "Inner, com/acme/Outer$Inner",
        "Outer$Inner, com/acme/Outer$Inner",
        "*, com/acme/Shop",
    })
    void glob_meansClass(String glob, String name) {
        assertThat(new ClassGlob(glob).matches(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Shop, com/acme/Shops",
        "com.acme.Shop, com/acme/Sho",
        "com.acme.Shop, org/com/acme/Shop",
        "com.acme.*, com/acme/web/Shop",
        "com.acme.*, com/acme",
        "com.acme.**, com/acmeShop",
        "com.**.Shop, com/Shop",
        "com.acme.Sh?p, com/acme/Shp",
        "com.acme?Shop, com/acme/Shop",
        "com.acme.Outer, com/acme/Outer$Inner",
        "Shop, com/acme/WebShop",
        "Shop, com/acme/Shop$Till",
        "Shop, shop/Till",
        "com*, com/acme/Shop",
    })
    void glob_meansNoOtherClass(String glob, String name) {
        assertThat(new ClassGlob(glob).matches(name)).isFalse();
    }

    @Test
    void manyWildcards_takeNoTimeToSpeakOf() {
        String glob = "**a".repeat(20) + "**b";
        String name = "a/".repeat(200);

        assertThatCode(() -> assertThat(new ClassGlob(glob).matches(name)).isFalse())
                .doesNotThrowAnyException();
    }
}
