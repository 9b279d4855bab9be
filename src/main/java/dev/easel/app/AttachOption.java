package dev.easel.app;

import dev.easel.generate.Preset;
import dev.easel.image.ImageException;
import dev.easel.image.ImageReading;
import dev.easel.project.Attachment;
import dev.easel.project.Prompt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What goes along with a prompt of the command line.
final class AttachOption {
    private AttachOption() {}

    /// @throws EaselCommand.Failure when a file cannot be attached; nothing was sent
    static Prompt attach(String prompt, List<Path> files) {
        if (files.size() > ImageReading.LIMIT) {
            throw new EaselCommand.Failure(
                    ImageReading.LIMIT + " images may go along with one prompt.");
        }
        StringBuilder text = new StringBuilder(prompt);
        List<Attachment> images = new ArrayList<>();
        ImageReading reading = new ImageReading();
        for (Path file : files) {
            try {
                switch (reading.read(file)) {
                    case ImageReading.Read.Image(Attachment image) -> images.add(image);
                    case ImageReading.Read.Code code -> text.append("\n\n").append(code.code());
                }
            } catch (ImageException e) {
                throw new EaselCommand.Failure(String.valueOf(e.getMessage()));
            }
        }
        return new Prompt(text.toString(), images);
    }

    /// @param name empty for free
    static Preset preset(String name) {
        return name.isEmpty()
                ? Preset.FREE
                : Preset.of(name)
                        .orElseThrow(() ->
                                new EaselCommand.Failure(
                                        "There is no preset " + name + ". Presets: " + names()));
    }

    private static String names() {
        return Arrays.stream(Preset.values()).map(Preset::id).collect(Collectors.joining(", "));
    }
}
