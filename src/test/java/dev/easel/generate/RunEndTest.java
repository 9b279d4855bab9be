package dev.easel.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.project.RunStatus;
import dev.easel.provider.GenerateEvent.FinishReason;
import dev.easel.provider.GenerateEvent.Finished;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunEndTest {
    @ParameterizedTest
    @CsvSource({
        "BLOCKED,SAFETY,in other words",
        "BLOCKED,content_filter,in other words",
        "BLOCKED,RECITATION,of its own making",
        "BLOCKED,BLOCKLIST,which words to avoid",
        "BLOCKED,SPII,invented data",
        "BLOCKED,PROHIBITED_CONTENT,will not help",
        "BLOCKED,SOMETHING_NEW,differently",
        "MAX_TOKENS,MAX_TOKENS,Ask it to continue",
        "OTHER,LANGUAGE,Try again"
    })
    void everyEarlyEndSaysWhatToDo(FinishReason reason, String detail, String advice) {
        RunEnd end = RunEnd.of(seen(new Finished(reason, detail), true));

        assertThat(end.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(end.message()).contains(advice, detail);
    }

    @Test
    void noTwoOfThemSayTheSame() {
        List<String> details =
                List.of("SAFETY", "RECITATION", "BLOCKLIST", "SPII", "PROHIBITED_CONTENT", "NEW");
        Set<String> messages = new HashSet<>();
        for (String detail : details) {
            String message =
                    RunEnd.of(seen(new Finished(FinishReason.BLOCKED, detail), true)).message();
            messages.add(message.replace(detail, ""));
        }

        assertThat(messages).hasSameSizeAs(details);
    }

    @Test
    void aLimitThatThoughtsUsedUpAdvisesToThinkLess() {
        RunEnd end = RunEnd.of(seen(new Finished(FinishReason.MAX_TOKENS, "MAX_TOKENS"), false));

        assertThat(end.status()).isEqualTo(RunStatus.FAILED);
        assertThat(end.message()).contains("lower thinking level");
    }

    private static RunEnd.Seen seen(Finished finished, boolean reply) {
        return new RunEnd.Seen(
                false,
                Optional.empty(),
                Optional.of(finished),
                reply,
                reply,
                Optional.empty(),
                List.of(),
                List.of());
    }
}
