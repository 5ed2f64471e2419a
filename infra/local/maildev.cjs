// Starts the mail catcher, MailDev, in the way that azurite.cjs starts the store:
//   node maildev.cjs LOGFILE FOLDER SMTPPORT WEBPORT      (a port of 0 is a free one)
// Not by its command line: that would read settings from wherever it is started and from the environment, and those may have it
// relay what it catches to the world, or listen to more than this machine.
require("./detached.cjs")(process.argv[2]);

const [folder, smtp, web] = [process.argv[3], Number(process.argv[4]), Number(process.argv[5])];

import("maildev").then(async ({ MailDev }) => {
  const catcher = new MailDev({ smtp, web, ip: "127.0.0.1", webIp: "127.0.0.1", mailDirectory: folder, maxEmails: 5000, silent: true });
  const servers = await catcher.start();
  process.on("SIGTERM", () => catcher.stop().finally(() => process.exit(0)));
  console.log(`MailDev listens: smtp ${servers.smtp.getAddress().port}, web ${servers.api.getAddress().port}`);
}).catch((problem) => {
  console.log(`MailDev failed: ${problem.message}`);
  process.exit(1);
});
