// Makes a program of Node's outlive what happens to the terminal and to the program that started it:
//   require("./detached.cjs")(logFile)
// Ctrl-C reaches every process of a terminal, but what the host stands on must be the last to go: it stops at SIGTERM only.
// What it prints goes to a file, because a pipe would break when its reader is killed, and take the program with it.
const fs = require("fs");

module.exports = (file) => {
  const log = fs.openSync(file, "w");
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
};
