/** What changed in this version as a JSON list, one line each: the build takes it from CHANGELOG.md. */
declare const __CHANGES__: string;
