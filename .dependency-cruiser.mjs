// Who may import whom. Rules name the importing side; scripts/boundaries.mjs proves that each of them bites.

const machinery = "mail|jobs|db|http|secrets|throttle";
const tests = "(\\.test\\.tsx?$|/testing/|/test/)";

/** A package as it looks when it is resolved (pnpm's folder or the workspace's) and when it is not installed or not built yet. */
const npm = (names) => `(^|/)node_modules/(${names})(/|$)|^(${names})(/|$)`;
const workspace = (names) => `^packages/(${names})/|^@usher/(${names})(/|$)`;

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "rules-stand-alone",
      comment:
        "packages/rules runs in the browser, in its worker, in the server and in programs: itself and small pure packages only.",
      severity: "error",
      from: { path: "^packages/rules/src/", pathNot: tests },
      to: {
        pathNot: [
          "^packages/rules/src/",
          npm("punycode|fastest-levenshtein|i18n-iso-countries|libphonenumber-js|stdnum"),
        ],
      },
    },
    {
      name: "rules-use-no-core-module",
      comment:
        "A browser has none. For the npm package of the same name as a core module, write its full path (punycode/punycode.js).",
      severity: "error",
      from: { path: "^packages/rules/src/", pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "schema-describes-only",
      comment: "packages/schema is the API's shape: rules and type-graphql, no tables, no use cases.",
      severity: "error",
      from: { path: "^packages/schema/src/", pathNot: tests },
      to: {
        pathNot: [
          "^packages/schema/src/",
          workspace("rules"),
          npm("type-graphql|graphql|graphql-scalars|class-validator|reflect-metadata"),
        ],
      },
    },
    {
      name: "client-knows-no-server",
      comment: "The client package is installed by strangers: rules and generated types only.",
      severity: "error",
      from: { path: "^packages/client/src/", pathNot: tests },
      to: { path: ["^apps/", workspace("schema"), "^@usher/(server|web)(/|$)", npm("typeorm|type-graphql")] },
    },
    {
      name: "resolver-belongs-to-its-slice",
      comment: "A slice calls another one's verb file or reads its entity; resolvers are met only in schema.ts.",
      severity: "error",
      from: { path: "^apps/server/src/([^/]+)/", pathNot: tests },
      to: { path: "^apps/server/src/[^/]+/.+\\.resolver\\.ts$", pathNot: "^apps/server/src/$1/" },
    },
    {
      name: "machinery-knows-no-slice",
      comment: "Machinery serves every slice, so it names none: let the slice hand in what is special.",
      severity: "error",
      from: { path: `^apps/server/src/(${machinery})/`, pathNot: tests },
      to: { path: "^apps/server/src/[^/]+/", pathNot: `^apps/server/src/(${machinery})/` },
    },
    {
      name: "composition-stays-on-top",
      comment: "These list all slices; who imports them from below knows all slices too.",
      severity: "error",
      from: { path: "^apps/server/src/[^/]+/", pathNot: tests },
      to: { path: "^apps/server/src/(main|app|schema|entities|make-context|workers)\\.ts$" },
    },
    {
      name: "server-knows-no-other-app",
      severity: "error",
      from: { path: "^apps/server/" },
      to: { path: ["^(apps/web|e2e|bench)/", workspace("client"), "^@usher/(web|e2e|bench)(/|$)"] },
    },
    {
      name: "web-feature-stands-alone",
      comment: "What two features need belongs in ui, apollo or packages/rules.",
      severity: "error",
      from: { path: "^apps/web/src/features/([^/]+)/" },
      to: { path: "^apps/web/src/features/[^/]+/", pathNot: "^apps/web/src/features/$1/" },
    },
    {
      name: "web-feature-knows-no-app",
      comment: "app composes features; the other way round makes a circle.",
      severity: "error",
      from: { path: "^apps/web/src/features/", pathNot: tests },
      to: { path: "^apps/web/src/app/" },
    },
    {
      name: "web-ground-knows-no-feature",
      comment: "ui, apollo and gql are what features stand on.",
      severity: "error",
      from: { path: "^apps/web/src/(ui|apollo|gql)/", pathNot: tests },
      to: { path: "^apps/web/src/(app|features)/" },
    },
    {
      name: "web-knows-no-server",
      comment: "A decorated class drags all of type-graphql into the page: generated types and @usher/rules only.",
      severity: "error",
      from: { path: "^apps/web/src/" },
      to: {
        path: [
          "^apps/server/",
          workspace("schema"),
          "^@usher/server(/|$)",
          npm("type-graphql|typeorm|class-validator"),
        ],
      },
    },
    {
      name: "web-uses-no-core-module",
      severity: "error",
      from: { path: "^apps/web/src/", pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "product-uses-no-test-code",
      severity: "error",
      from: { path: "^(apps|packages)/[^/]+/src/", pathNot: tests },
      to: { path: [tests, "^e2e/"] },
    },
    {
      name: "product-uses-no-dev-dependency",
      comment: "The image installs production dependencies only.",
      severity: "error",
      from: { path: "^(apps/server|packages/[^/]+)/src/", pathNot: tests },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-circle",
      comment: "ES modules in a circle meet each other half initialised. A type-only import takes no part in it.",
      severity: "error",
      from: { path: "^(apps|packages)/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "every-import-resolves",
      comment: "What cannot be resolved cannot be judged by the other rules.",
      severity: "error",
      from: { path: "^(apps|packages)/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // TypeScript 7 has no API for the default parser, which then reads nothing and reports success
    parser: "swc",
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    exclude: { path: "(^|/)(dist|coverage)/.*\\.test\\." },
    doNotFollow: { path: ["node_modules", "(^|/)dist/"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      mainFields: ["module", "main", "types", "typings"],
      conditionNames: ["import", "browser", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".d.ts", ".js", ".mjs", ".cjs", ".json", ".css"],
    },
  },
};
