package dev.easel.preview.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.preview.sandbox.PageValue.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueJsonTest {
    @Test
    void aValueIsRead() {
        assertThat(ValueJson.value("{\"k\":\"object\",\"s\":\"{a: 1}\",\"h\":12}"))
                .isEqualTo(new PageValue(Kind.OBJECT, "{a: 1}", 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{{{", "[]", "7", "{\"k\":\"weird\"}", "{\"gone\":true}", "null"})
    void whatIsNoValueIsLost(String json) {
        assertThat(ValueJson.value(json)).isEqualTo(PageValue.LOST);
        assertThat(ValueJson.properties(json)).isEqualTo(PageProperties.GONE);
        assertThat(ValueJson.thrown(json)).isEmpty();
        assertThat(ValueJson.names(json)).isEmpty();
    }

    @Test
    void aFloodOfRowsAndTextIsCut() {
        String row =
                "{\"n\":\""
                        + "n".repeat(5_000)
                        + "\",\"k\":\"string\",\"s\":\""
                        + "s".repeat(50_000)
                        + "\"},";
        String json = "{\"rows\":[" + row.repeat(300) + "{}],\"more\":-4}";
        PageProperties inside = ValueJson.properties(json);

        assertThat(inside.rows()).hasSize(100);
        assertThat(inside.rows().getFirst().name()).hasSize(201);
        assertThat(inside.rows().getFirst().value().text()).hasSize(2_001);
        assertThat(inside.more()).isZero();
    }
}
