package dev.emerald.rules.secrets;

import dev.emerald.rules.naming.Surroundings;
import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.NewExpression;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ObjectView;
import java.util.regex.Pattern;

/** Keys of language models that every visitor gets. */
@RuleInfo(
    id = "ai-key-in-browser",
    title = "The key of a language model is sent to browsers",
    severity = Severity.HIGH,
    cwe = {522, 200},
    owasp = {"A07:2021"},
    roadmap = RoadmapItem.DEP_1,
    why =
        "What a page holds, its visitors hold: with the key they ask the model what they like, in"
            + " the owner's name and at the owner's cost.",
    remedy = "Keep the key on a server and let the page ask that; limit what each visitor may ask.",
    bad = {
      @Example(
          """
          import OpenAI from 'openai';
          const client = new OpenAI({
            apiKey: import.meta.env.VITE_MODEL_KEY,
            dangerouslyAllowBrowser: true,
          });
          """),
      @Example(
          """
          const headers = { Authorization: `Bearer ${process.env.NEXT_PUBLIC_OPENAI_API_KEY}` };
          """)
    },
    good =
        @Example(
            value =
                """
                import OpenAI from 'openai';
                export const ask = (key, question) =>
                  new OpenAI({ apiKey: key, dangerouslyAllowBrowser: true }).responses.create({
                    input: question,
                  });
                """,
            note = "The visitor's own key."))
public final class ModelKeyInBrowser implements Rule {

  /** Variables that build tools write into pages, and whose name is that of such a key. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?:NEXT_PUBLIC|REACT_APP|VITE|NUXT_PUBLIC|EXPO_PUBLIC|VUE_APP|GATSBY|PUBLIC)_(?:[A-Z0-9]{1,20}_)?"
              + "(?:OPENAI|OPEN_AI|ANTHROPIC|CLAUDE|GEMINI|GROQ|MISTRAL|COHERE|HUGGINGFACE|HF"
              + "|OPENROUTER|DEEPSEEK|PERPLEXITY|REPLICATE|TOGETHER|CHATGPT|GPT)_"
              + "(?:API_?)?(?:KEY|TOKEN|SECRET)");

  private static final Pattern BUILT =
      Pattern.compile(
          "(?:NEXT_PUBLIC|REACT_APP|VITE|NUXT_PUBLIC|EXPO_PUBLIC|VUE_APP|GATSBY|PUBLIC)_.{1,80}");

  @Override
  public void register(Hooks on) {
    on.node(NewExpression.class, ModelKeyInBrowser::client);
    on.node(MemberExpression.class, ModelKeyInBrowser::variable);
  }

  /** A client that is told to work in browsers, with a key that the program brings. */
  private static void client(NewExpression made, FileContext context) {
    Expression options = made.argument(0);
    ObjectView view = options == null ? null : context.scopes().objectOf(options);
    if (view == null || !Values.isTrue(view.get("dangerouslyAllowBrowser"), context.scopes())) {
      return;
    }
    Expression key = view.get("apiKey");
    boolean brought =
        key == null
            ? view.lacks("apiKey") && view.lacks("baseURL")
            : isWritten(key, context) || isOfBuild(key, context);
    if (brought) {
      context.report(made, "The page is given the key of the model");
    }
  }

  private static boolean isWritten(Expression key, FileContext context) {
    String text = Values.string(key, context.scopes());
    return text != null && text.length() >= 20;
  }

  /** Whether a value is a variable that build tools write into pages. */
  private static boolean isOfBuild(Expression key, FileContext context) {
    return context.scopes().origin(key) instanceof MemberExpression member
        && "env".equals(Surroundings.lastName(member.object()))
        && BUILT.matcher(String.valueOf(Keys.of(member))).matches();
  }

  private static void variable(MemberExpression member, FileContext context) {
    String name = "env".equals(Surroundings.lastName(member.object())) ? Keys.of(member) : null;
    if (name != null && SHOWN.matcher(name).matches()) {
      context.report(member.property(), name + " is written into the page by its name");
    }
  }
}
