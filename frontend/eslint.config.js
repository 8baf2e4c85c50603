/** Lint rules: types, hooks, accessibility, the layers, and no words in components. */
import { readdirSync } from "node:fs";
import { URL } from "node:url";
import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const features = readdirSync(new URL("./src/features", import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Forbids `folder` to import what stands above it or beside it. */
const layer = (folder, forbidden, message) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  rules: {
    "no-restricted-imports": ["error", { patterns: [{ group: forbidden, message }] }],
  },
});

/** What of an element a person reads or hears. */
const SPOKEN =
  "JSXAttribute[name.name=/^(title|label|placeholder|alt|description|error|legend|nothingFoundMessage|aria-(label|description|roledescription|valuetext|placeholder))$/]";
const WORDS = "Words stand in src/lib/messages, not in components.";

export default tseslint.config(
  { ignores: ["dist", "node_modules", "src/api/schema.d.ts"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  reactHooks.configs.flat.recommended,
  jsxA11y.flatConfigs.recommended,
  {
    rules: {
      "max-lines": ["error", 400],
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  {
    files: ["src/**/*.tsx"],
    ignores: ["src/**/*.test.tsx"],
    rules: {
      "max-lines": ["error", 150],
      "no-restricted-syntax": [
        "error",
        { selector: "JSXText[value=/[A-Za-z]{2,}/]", message: WORDS },
        ...[SPOKEN, "JSXElement"].flatMap((place) => [
          { selector: `${place} > Literal[value=/[A-Za-z]{2,}/]`, message: WORDS },
          ...[">", "> ConditionalExpression >", "> LogicalExpression >"].flatMap((between) => [
            { selector: `${place} > JSXExpressionContainer ${between} Literal[value=/[A-Za-z]{2,}/]`, message: WORDS },
            {
              selector: `${place} > JSXExpressionContainer ${between} TemplateLiteral > TemplateElement[value.raw=/[A-Za-z]{2,}/]`,
              message: WORDS,
            },
          ]),
        ]),
      ],
    },
  },
  layer(
    "lib",
    ["@/api/*", "@/components/*", "@/features/*", "@/app/*", "react", "@mantine/*"],
    "lib is pure and lowest.",
  ),
  layer(
    "api",
    ["@/components/*", "@/features/*", "@/app/*", "@mantine/*"],
    "api stands below components, features and app.",
  ),
  layer("components", ["@/api/*", "@/features/*", "@/app/*"], "components know no domain and no server."),
  ...features.map((name) =>
    layer(
      `features/${name}`,
      ["@/app/*", "@/features/*", "../../*"],
      "Features never import each other; pages in src/app put them together.",
    ),
  ),
);
