package dev.easel.provider.samples;

import java.util.List;

/// A recorded run that ships with Easel.
///
/// @param id its folder, and its model id
/// @param title what people read
/// @param summary one line
/// @param keywords lower-case words and phrases of prompts that it answers
/// @param icon a short noun, e.g. `desktop`
/// @param prompt what was asked
/// @param thoughts the model's visible thinking
/// @param reply what the model sent, fences and all
public record Sample(
        String id,
        String title,
        String summary,
        List<String> keywords,
        String icon,
        String prompt,
        String thoughts,
        String reply) {
    public Sample {
        keywords = List.copyOf(keywords);
    }
}
