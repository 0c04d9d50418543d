import "reflect-metadata";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { lexicographicSortSchema, printSchema } from "graphql";
import { makeSchema } from "./schema.js";

/** Writes packages/schema/schema.graphql, which is committed and reviewed; with --print only prints it. */
const sdl = `${printSchema(lexicographicSortSchema(makeSchema()))}\n`;
if (process.argv.includes("--print")) process.stdout.write(sdl);
else writeFileSync(join(import.meta.dirname, "../../../packages/schema/schema.graphql"), sdl);
