package dev.easel.app;

import dev.easel.generate.Guidance;
import dev.easel.generate.Preset;
import dev.easel.image.Pixels;
import dev.easel.preview.Preview;
import dev.easel.prompt.InstructionsDialog;
import dev.easel.prompt.InstructionsViewModel;
import dev.easel.prompt.PromptView;
import dev.easel.settings.Settings;
import dev.easel.text.Texts;
import dev.easel.ui.FxExecutor;
import java.util.Map;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;

/// Brings what goes along with a prompt together: images, instructions, and what was left when
/// Easel was closed. UI thread.
record PromptWiring(Services services, MainViewModel model, Window window, FxExecutor ui) {
    private static final Texts TEXTS = Texts.of(PromptView.class);

    void install(PromptView view, Preview preview) {
        view.setOnScreenshot(() -> attachScreenshot(preview));
        view.setOnInstructions(this::showInstructions);
        restoreGuidance();
        model.asking().restoreImages();
    }

    private void restoreGuidance() {
        Settings settings = services.settings();
        Guidance kept =
                new Guidance(
                        Preset.of(settings.draftPreset).orElse(Preset.FREE),
                        settings.draftInstructions);
        model.asking()
                .guidances()
                .setFresh(
                        kept,
                        now -> {
                            Map<String, String> fresh = now.settings();
                            settings.draftPreset = fresh.getOrDefault("preset", "");
                            settings.draftInstructions = now.instructions();
                            services.settingsStore().write(settings);
                        });
        model.asking().guidance().show(kept);
    }

    private void attachScreenshot(Preview preview) {
        preview.screenshot()
                .whenComplete((image, failure) -> {
                    if (failure == null) {
                        model.prompt().images().add(TEXTS.get("attach.shot"), () -> pixels(image));
                    } else {
                        ui.execute(() ->
                                model.prompt()
                                        .images()
                                        .problemProperty()
                                        .set(TEXTS.get("attach.noShot")));
                    }
                });
    }

    private static Pixels pixels(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Pixels(width, height, argb);
    }

    private void showInstructions() {
        InstructionsViewModel instructions =
                new InstructionsViewModel(
                        services.systemPrompt(),
                        model.asking().guidance(),
                        services.background(),
                        ui);
        new InstructionsDialog(window, instructions).show();
    }
}
