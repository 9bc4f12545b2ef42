// xmllint reads every XML document of some files: packages (zip) are looked into.
//
//   node xml.mjs FILE...
//
// Needs xmllint (Debian: libxml2-utils). Exits 1 if a document is not well formed, or if there was none to read.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { unpack } from "./lib/archive.mjs";

let read = 0;
for (const path of process.argv.slice(2)) {
  const files = path.endsWith(".zip") ? await unpack(path) : new Map([["", readFileSync(path, "utf8")]]);
  for (const [name, text] of files) {
    if (!text.startsWith("<?xml")) continue;
    read += 1;
    const lint = spawnSync("xmllint", ["--nonet", "--noout", "-"], { input: text, encoding: "utf8" });
    if (lint.error) throw lint.error;
    if (lint.status !== 0) {
      console.error(`${path} ${name}:\n${lint.stderr}`);
      process.exitCode = 1;
    }
  }
}
if (read === 0) {
  console.error("no XML document was found");
  process.exitCode = 1;
} else if (!process.exitCode) {
  console.log(`xmllint: ${read} documents are well formed`);
}
