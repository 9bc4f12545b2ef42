// Canvas, QTI, SCORM and H5P packages and the script for Google Forms of the nasty sample bank and of the whole shipped bank, read by programs that others
// wrote; then the same programs with broken packages, which they have to notice.
//
//   node packages.mjs FOLDER
//
// FOLDER/nasty and FOLDER/shipped hold the exports (`FORMAT.EXTENSION`) of one bank each, `json.json` among them:
//   cargo test --lib write_exports_for_consumers -- --ignored     writes them to target/consumers
// Needs Node.js 20, `npm ci` in this folder, Debian's chromium and libxml2-utils. No network is used.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node packages.mjs FOLDER");
  process.exit(2);
}

function run(script, ...inputs) {
  const program = fileURLToPath(new URL(script, import.meta.url));
  const ended = spawnSync(process.execPath, [program, ...inputs], { stdio: "inherit", timeout: 600_000 });
  if (ended.status !== 0) {
    console.error(`${script} ${inputs.join(" ")}: exit ${ended.status ?? ended.signal}`);
    process.exitCode = 1;
  }
}

for (const bank of ["nasty", "shipped"]) {
  const file = (name) => join(folder, bank, name);
  run("xml.mjs", ...["moodle-xml.xml", "canvas.zip", "qti21.zip", "qti30.zip", "scorm12.zip"].map(file));
  run("canvas.mjs", file("json.json"), file("canvas.zip"));
  run("qti.mjs", file("json.json"), file("qti30.zip"));
  run("qti.mjs", file("json.json"), file("qti21.zip"));
  run("scorm.mjs", file("json.json"), file("scorm12.zip"));
  run("h5p.mjs", file("json.json"), file("h5p.h5p"));
  run("google.mjs", file("json.json"), file("google-forms.gs"));
}
run("broken.mjs", join(folder, "nasty"));
