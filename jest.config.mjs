/** @type {(jsx: boolean) => [string, object]} */
const swc = (jsx) => [
  "@swc/jest",
  {
    swcrc: false,
    sourceMaps: "inline",
    module: { type: "commonjs" },
    jsc: {
      target: "es2023",
      keepClassNames: true,
      parser: { syntax: "typescript", tsx: jsx, decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: jsx,
        react: { runtime: "automatic" },
      },
    },
  },
];

/** In tests the packages are read from their sources, so no build has to run first. */
const sources = {
  "^@usher/(rules|schema)/(.*)$": "<rootDir>/../../packages/$1/src/$2.ts",
  "^(\\.{1,2}/.*)\\.js$": "$1",
};

const node = (dir, more = {}) => ({
  displayName: dir,
  rootDir: dir,
  testEnvironment: "node",
  testMatch: ["<rootDir>/{src,test}/**/*.test.ts"],
  transform: { "\\.ts$": swc(false) },
  moduleNameMapper: sources,
  ...more,
});

export default {
  // far above what any test takes alone: on a busy machine a slow one has to pass, and a stuck one still ends
  testTimeout: 30_000,
  projects: [
    node("scripts", { testMatch: ["<rootDir>/*.test.mjs"], transform: { "\\.mjs$": swc(false) } }),
    node("packages/rules"),
    node("packages/schema"),
    node("apps/server"),
    {
      displayName: "apps/web",
      rootDir: "apps/web",
      testEnvironment: "jsdom",
      testMatch: ["<rootDir>/{src,test}/**/*.test.{ts,tsx}"],
      setupFilesAfterEnv: ["<rootDir>/test/setup.ts"],
      transform: { "\\.tsx?$": swc(true) },
      moduleNameMapper: { "\\.css$": "<rootDir>/test/empty.cjs", ...sources },
    },
  ],
};
