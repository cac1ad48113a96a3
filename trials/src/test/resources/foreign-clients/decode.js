// Decodes records with the two stock clients and compares each with what Java wrote.
// Arguments: the registry's URL, a file with one record a line: {"topic", "place", "value" (base64), "expected"}.
'use strict';

const fs = require('fs');
const { SchemaRegistryClient, AvroDeserializer, SerdeType } = require('@confluentinc/schemaregistry');
const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry');

const [registry, file] = process.argv.slice(2);
const confluent = new AvroDeserializer(new SchemaRegistryClient({ baseURLs: [registry] }), SerdeType.VALUE, {});
const kafkajs = new SchemaRegistry({ host: registry });
const clients = {
  '@confluentinc/schemaregistry': (topic, value) => confluent.deserialize(topic, value),
  '@kafkajs/confluent-schema-registry': (topic, value) => kafkajs.decode(value),
};

// Integers as texts, since JSON's own numbers would be rounded on the way here.
function plain(value) {
  if (value === null || value === undefined) {
    return null;
  }
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))) {
    return String(value);
  }
  if (Buffer.isBuffer(value) || value instanceof Uint8Array) {
    return Buffer.from(value).toString('base64');
  }
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (value instanceof Map) {
    return plain(Object.fromEntries(value));
  }
  if (typeof value === 'object') {
    return Object.fromEntries(Object.keys(value).sort().map((name) => [name, plain(value[name])]));
  }
  return value;
}

async function main() {
  const records = fs.readFileSync(file, 'utf8').split('\n').filter((line) => line).map((line) => JSON.parse(line));
  for (const [client, decode] of Object.entries(clients)) {
    const read = {};
    for (const record of records) {
      read[record.topic] = (read[record.topic] || 0) + 1;
      try {
        const decoded = JSON.stringify(plain(await decode(record.topic, Buffer.from(record.value, 'base64'))));
        const expected = JSON.stringify(plain(record.expected));
        if (decoded !== expected) {
          console.log(`WRONG ${client} ${record.place}: ${decoded} instead of ${expected}`);
        }
      } catch (e) {
        console.log(`WRONG ${client} ${record.place}: ${e.message}`);
      }
    }
    for (const [topic, count] of Object.entries(read)) {
      console.log(`READ ${client} ${topic} ${count}`);
    }
  }
}

main().catch((e) => {
  console.error(e);
  process.exit(1);
});
