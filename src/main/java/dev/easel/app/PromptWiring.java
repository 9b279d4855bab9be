package dev.easel.app;

import dev.easel.generate.Guidance;
import dev.easel.generate.Preset;
import dev.easel.preview.Preview;
import dev.easel.prompt.InstructionsDialog;
import dev.easel.prompt.InstructionsViewModel;
import dev.easel.prompt.PromptView;
import dev.easel.settings.Settings;
import dev.easel.ui.FxExecutor;
import java.util.Map;
import javafx.stage.Window;

/// Brings what goes along with a prompt together: images, instructions, and what was left when
/// Easel was closed. UI thread.
record PromptWiring(Services services, MainViewModel model, Window window, FxExecutor ui) {
    void install(PromptView view, Preview preview) {
        view.setOnScreenshot(() -> attachScreenshot(view, preview));
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

    private static void attachScreenshot(PromptView view, Preview preview) {
        preview.screenshot()
                .whenComplete((image, failure) -> {
                    if (failure == null) {
                        view.attachScreenshot(image);
                    } else {
                        view.sayThereIsNoPage();
                    }
                });
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
