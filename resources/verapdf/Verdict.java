// What veraPDF says of each file by PDF/UA-1: a line each, and under it the rules that it breaks, how often, and where
// first. Ends with 1 if any file breaks one.
import java.io.FileInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

public class Verdict {
    public static void main(String[] files) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        var foundry = Foundries.defaultInstance();
        var result = 0;
        for (var file : files) {
            try (var bytes = new FileInputStream(file);
                    var parser = foundry.createParser(bytes, PDFAFlavour.PDFUA_1);
                    var validator = foundry.createValidator(PDFAFlavour.PDFUA_1, false)) {
                var verdict = validator.validate(parser);
                System.out.printf("%s  %s (%,d assertions)%n",
                        verdict.isCompliant() ? "PDF/UA-1" : "not PDF/UA-1", file, verdict.getTotalAssertions());
                Map<String, Integer> counts = new LinkedHashMap<>();
                Map<String, String> firsts = new LinkedHashMap<>();
                for (var broken : verdict.getTestAssertions()) {
                    if (broken.getStatus() != TestAssertion.Status.FAILED) continue;
                    var rule = broken.getRuleId().getClause() + "-" + broken.getRuleId().getTestNumber();
                    counts.merge(rule, 1, Integer::sum);
                    firsts.putIfAbsent(rule, broken.getMessage() + " At " + broken.getLocation().getContext());
                }
                counts.forEach((rule, count) ->
                        System.out.printf("    %s, %d times: %s%n", rule, count, firsts.get(rule)));
                if (!verdict.isCompliant()) result = 1;
            }
        }
        System.exit(result);
    }
}
