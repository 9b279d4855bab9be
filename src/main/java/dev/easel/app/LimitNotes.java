package dev.easel.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.easel.cost.Dollars;
import dev.easel.cost.LimitAnswer;
import dev.easel.generate.RunSpec;
import java.io.PrintWriter;
import picocli.CommandLine;

/// What a command says of prices and of the limit of the day before it runs.
///
/// @param json whether a refusal is printed as an object as well
record LimitNotes(CommandLine command, boolean json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Whether the run may start. What stands against it, or cannot be counted, is printed.
    boolean allow(Services services, RunSpec request) {
        PrintWriter err = command.getErr();
        services.prices().problem().ifPresent(text -> err.println("easel: " + text));
        LimitAnswer answer = services.runs().check(request);
        switch (answer) {
            case LimitAnswer.Allowed allowed -> {}
            case LimitAnswer.Uncounted uncounted -> err.println("easel: " + uncounted.text());
            case LimitAnswer.Over over -> refuse(over);
        }
        err.flush();
        return !(answer instanceof LimitAnswer.Over);
    }

    private void refuse(LimitAnswer.Over over) {
        command.getErr()
                .println(
                        "easel: "
                                + over.text()
                                + " Nothing was sent. Add --over-limit to run it anyway,"
                                + " or raise the limit in the window\u2019s settings.");
        if (json) {
            ObjectNode root = JSON.createObjectNode();
            root.put("status", "over_limit").put("message", over.text());
            root.put("limitUsd", Dollars.plain(over.limit()));
            root.put("spentTodayUsd", Dollars.plain(over.spent()));
            root.put("estimateUsd", over.priced() ? Dollars.plain(over.estimate()) : null);
            command.getOut().println(root.toPrettyString());
            command.getOut().flush();
        }
    }
}
