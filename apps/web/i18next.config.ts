import { defineConfig } from "i18next-cli";

export default defineConfig({
  locales: ["en", "fr", "nl"],
  extract: {
    input: ["src/**/*.{ts,tsx}"],
    ignore: ["src/gql/**", "src/**/*.test.{ts,tsx}"],
    output: "src/i18n/{{language}}/{{namespace}}.json",
    defaultNS: "common",
    // Words for a value that arrives at run time: an error's code, a destination's name.
    preservePatterns: [
      "errors:*",
      "common:nav.*",
      "common:userType.*",
      "common:role.*",
      "invitations:username.*",
      "invitations:address.*",
      "invitations:status.*",
      "invitations:delivery.*",
      "invitations:timeline.*",
      "users:status.*",
      "import:badFile.not.*",
      "import:badFile.sheet.*",
      "import:column.*",
      "import:columns.how.*",
      "import:delimiter.*",
      "import:here.*",
      "import:hindrance.*",
      "import:outcome.*",
      "import:problem.*",
      "import:repair.*",
      "import:status.*",
      "import:step.*",
    ],
    extractFromComments: false,
    sort: true,
    indentation: 2,
  },
});
