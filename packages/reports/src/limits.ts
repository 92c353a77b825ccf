/**
 * What a report may be at most. Reports are made by code of a branch that may not be trusted, and are read on a runner with
 * some gigabytes for everything. What goes beyond is refused by name, never cut off quietly.
 */

const MEGABYTE = 1024 * 1024;

/** Files of one kind: more are a pattern gone wrong. Monorepos with a report for each package stay far below. */
export const MAX_FILES = 10_000;

/** A report that is read as a stream. One of 100 MB holds a million tests; what is read takes no memory by itself. */
export const MAX_STREAMED_BYTES: number = 1024 * MEGABYTE;

/** A report in JSON is held in memory as a whole, and takes about seven times its size while it is read. */
export const MAX_JSON_BYTES: number = 128 * MEGABYTE;

/** Objects and lists of one JSON document. Empty ones take 3 bytes in the report and up to 80 in memory; a large real report has two million. */
export const MAX_JSON_CONTAINERS = 10_000_000;

/** Elements of XML inside of each other. Real ones have suites in suites for each folder: some tens. */
export const MAX_DEPTH = 256;

/** One name, attribute or line, in bytes. Messages of failures are the longest: some carry a whole page of HTML. */
export const MAX_TOKEN_BYTES: number = 8 * MEGABYTE;

/** Attributes of one element. The most of any known writer is below 20. */
export const MAX_ATTRIBUTES = 256;

/** 32-bit numbers that one report of coverage may keep: 1 a line, 4 a branch, 6 a block. All of Chromium has some ten million lines. */
export const MAX_KEPT_NUMBERS = 50_000_000;

/** Different names of elements and attributes in one document; a format has some tens. */
export const MAX_NAMES = 1000;

/** A document type declaration, in bytes: a name and two addresses. */
export const MAX_DOCTYPE_BYTES = 4096;

/** Source files in one report of coverage. */
export const MAX_SOURCE_FILES = 1_000_000;

/** The highest number of a line, so that it fits an array of 32-bit integers beside a flag. */
export const MAX_LINE = 1_000_000_000;

/** Failures that are kept with their texts; more are only counted. A page of a hundred is more than anybody reads. */
export const MAX_KEPT_FAILURES = 1000;

/** Characters of one kept message. */
export const MAX_MESSAGE = 2000;

/** Characters of one kept name or path of a failure. */
export const MAX_NAME = 500;
