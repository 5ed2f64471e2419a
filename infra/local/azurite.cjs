// Starts Azurite so that it outlives what happens to the terminal and to the program that started it:
//   node azurite.cjs LOGFILE [Azurite's own arguments]
require("./detached.cjs")(process.argv[2]);

// A blob's name may hold characters that XML may not. Azure lists such a name percent-encoded and marked so;
// Azurite answers the whole listing with an error 500, and one such blob hides all others of its container.
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const markedMarker = "encoded-marker:";
const legal = (value, key) => {
  if (Array.isArray(value)) return value.map((item) => legal(item, key));
  if (value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, legal(item, name)]));
  }
  if (typeof value !== "string" || !illegal.test(value)) return value;
  if (key === "Name") return { $: { Encoded: "true" }, _: encodeURIComponent(value) };
  return key === "NextMarker" ? markedMarker + encodeURIComponent(value) : value.replace(new RegExp(illegal, "g"), "\ufffd");
};
const xml = require("azurite/dist/src/blob/generated/utils/xml.js");
const stringify = xml.stringifyXML;
xml.stringifyXML = (body, options) => stringify(legal(body), options);
const blobs = require("azurite/dist/src/blob/persistence/LokiBlobMetadataStore.js").default.prototype;
const listBlobs = blobs.listBlobs;
blobs.listBlobs = function (...args) {
  const marker = args[7];
  if (typeof marker === "string" && marker.startsWith(markedMarker)) args[7] = decodeURIComponent(marker.slice(markedMarker.length));
  return listBlobs.apply(this, args);
};

const azurite = require.resolve("azurite/dist/src/azurite.js");
process.argv.splice(1, 2, azurite);
require(azurite);
