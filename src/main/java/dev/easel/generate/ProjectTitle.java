package dev.easel.generate;

import dev.easel.text.Texts;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A short title for a project, made from its first prompt: "Please create a Windows 98 desktop
/// with Paint and Word. Make it ..." becomes "Windows 98 desktop with Paint and Word".
final class ProjectTitle {
    private static final Texts TEXTS = Texts.of(ProjectTitle.class);

    private static final int LONGEST = 48;
    private static final Pattern REQUEST =
            Pattern.compile(
                    "(?:hi|hello|hey)?[,! ]*(?:please )?(?:can|could|would|will)?(?: you)? ?(?:please )?"
                            + "(?:make|create|build|generate|write|design|draw|code|implement|develop|give|show"
                            + "|i want|i need|i would like|i'd like)"
                            + "(?:(?: me| us)(?: an?| the| some| my)?| an?| the| some| my) (?=\\S)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。！？])\\s|[。！？]|[:;]\\s");

    private ProjectTitle() {}

    static String of(String prompt) {
        String line = prompt.strip().lines().findFirst().orElse("").replaceAll("\\s+", " ");
        String text = line.replaceFirst("^[#>*\\-\\s]+", "");
        Matcher request = REQUEST.matcher(text);
        String subject = request.lookingAt() ? text.substring(request.end()) : text;
        String sentence = SENTENCE_END.split(subject, 2)[0].replaceFirst("[\\s.,:;!?]+$", "");
        if (sentence.isBlank()) {
            return TEXTS.get("title.untitled");
        }
        String title = shortened(sentence);
        int first = title.offsetByCodePoints(0, 1);
        return title.substring(0, first).toUpperCase(Locale.ROOT) + title.substring(first);
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        int end = text.offsetByCodePoints(0, LONGEST);
        int space = text.lastIndexOf(' ', end);
        String cut = text.substring(0, space > LONGEST / 2 ? space : end);
        return cut.replaceFirst("[\\s.,:;!?(\\-]+$", "") + "…";
    }
}
