package dev.easel.settings;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the user chose and how the window stood, as it is written to the settings file. Never holds
/// a key. Fields of a newer Easel are kept and written back.
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.PUBLIC_ONLY)
public final class Settings {
    /// `light`, `dark` or `system`.
    public String theme = "system";

    /// Id of the provider that was chosen last; empty before the first choice.
    public String provider = "";

    /// The model chosen last, for each provider.
    public Map<String, String> models = new LinkedHashMap<>();

    /// Thinking level; empty for the model's default.
    public String thinking = "";

    /// Address of the OpenAI-compatible server.
    // Read by requests in the background, changed by the window.
    public volatile String serverUrl = "http://localhost:11434/v1";

    /// x, y, width, height of the window in screen pixels; empty before the first start.
    public List<Double> window = new ArrayList<>();

    public boolean maximized;

    /// Divider positions, 0 to 1, of the columns and of the rows.
    public List<Double> columns = new ArrayList<>();

    public List<Double> rows = new ArrayList<>();

    public boolean sidebar = true;

    /// Device, orientation and zoom of the preview, for all projects; empty before the first
    /// choice.
    public String device = "";

    /// Id of the project that was open; empty for none.
    public String project = "";

    /// `ask`, `never` or `always`: what happens when a page names a file that is not in the
    /// library.
    public String network = "ask";

    /// Hosts whose files pages may have without a question, and hosts that are never asked.
    public List<String> allowedHosts = new ArrayList<>();

    public List<String> deniedHosts = new ArrayList<>();

    /// Whether errors of pages are repaired without being asked.
    public boolean repair;

    /// What may be spent in a day before Easel asks, in US dollars, e.g. `2.50`; empty for no
    /// limit.
    // Read by runs in the background, changed by the window.
    public volatile String dailyLimit = "";

    /// What was typed and not sent.
    public String draft = "";

    /// What the next new project tells the model: a preset, and instructions in place of Easel's.
    public String draftPreset = "";

    public String draftInstructions = "";

    private final Map<String, Object> unknown = new LinkedHashMap<>();

    @JsonAnyGetter
    Map<String, Object> unknown() {
        return unknown;
    }

    @JsonAnySetter
    void keep(String name, Object value) {
        unknown.put(name, value);
    }
}
