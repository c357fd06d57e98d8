/** A part for tests: `fake-part.mjs <file> [stubborn]` writes its number, and that of a child it starts, into a file. */
import { spawn } from "node:child_process";
import { appendFileSync } from "node:fs";

const [file = "", mood = ""] = process.argv.slice(2);
const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
appendFileSync(file, `${process.pid} ${child.pid}\n`);
process.on("SIGTERM", () => mood === "stubborn" || process.exit(0));
setInterval(() => {}, 1000);
process.send?.("ready");
