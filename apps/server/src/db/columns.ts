import type { ColumnOptions } from "typeorm";

/** An id of ours: 16 bytes on MariaDB, 36 characters on SQLite and MySQL. */
export const id = { type: "uuid" } as const satisfies ColumnOptions;

/** A moment in UTC to the millisecond, always set in code from the clock. */
export const moment = { type: "datetime", precision: 3 } as const satisfies ColumnOptions;

/** A calendar day, yyyy-mm-dd: a string, since a JS Date can be a day off in the workspace's zone. */
export const day = { type: "varchar", length: 10 } as const satisfies ColumnOptions;

/** A count or a number within 2^53. */
export const integer = { type: "integer" } as const satisfies ColumnOptions;

/** Text of at most `length` characters. */
export const text = (length: number) => ({ type: "varchar", length }) as const satisfies ColumnOptions;

/** One word of a union, written in code; the column is wide enough for any of them. */
export const word = { type: "varchar", length: 24 } as const satisfies ColumnOptions;

export const flag = { type: "boolean" } as const satisfies ColumnOptions;

export const nullable = <T extends ColumnOptions>(options: T) => ({ ...options, nullable: true }) as const;
