// Packages, read and written by jszip.

import { readFileSync } from "node:fs";
import JSZip from "jszip";

/** The files of a package as `name -> text`, in its order; a package that could not be unpacked anywhere is refused. */
export async function unpack(path, first = "imsmanifest.xml") {
  const archive = await JSZip.loadAsync(readFileSync(path), { checkCRC32: true });
  const files = new Map();
  for (const entry of Object.values(archive.files)) {
    if (entry.dir) continue;
    if (/^\/|\\|(^|\/)\.\.(\/|$)/.test(entry.unsafeOriginalName ?? entry.name)) throw new Error(`a path: ${entry.name}`);
    files.set(entry.name, await entry.async("string"));
  }
  if ([...files.keys()][0] !== first) throw new Error("the manifest is not the first file");
  return files;
}

export function pack(files) {
  const archive = new JSZip();
  for (const [name, text] of files) archive.file(name, text);
  return archive.generateAsync({ type: "nodebuffer" });
}
