// Starts Azurite so that it outlives what happens to the terminal and to the program that started it:
//   node azurite.cjs LOGFILE [Azurite's own arguments]
// Ctrl-C reaches every process of a terminal, but the store must be the last to go: it stops at SIGTERM only.
// What it prints goes to a file, because a pipe would break when its reader is killed, and take Azurite with it.
const fs = require("fs");

const log = fs.openSync(process.argv[2], "w");
const write = (chunk, encoding, done) => {
  fs.writeSync(log, chunk);
  const callback = typeof encoding === "function" ? encoding : done;
  if (callback) callback();
  return true;
};
process.stdout.write = write;
process.stderr.write = write;

const once = process.once.bind(process);
process.once = (event, listener) => (event === "SIGINT" ? process : once(event, listener));
process.on("SIGINT", () => {});
process.on("SIGHUP", () => {});

const azurite = require.resolve("azurite/dist/src/azurite.js");
process.argv.splice(1, 2, azurite);
require(azurite);
