// graphql-js as a peer: WORKLOAD DOCUMENTS.json SCHEMA.graphql OBJECTS SECONDS RUNS; prints how many
// documents a second it does, a run a line.
const { readFileSync } = require('fs');
const { buildSchema, executeSync, parse, validate } = require('graphql');

const [workload, documentsPath, schemaPath, objects, seconds, runs] = process.argv.slice(2);
const documents = JSON.parse(readFileSync(documentsPath, 'utf8'));
const schema = buildSchema(readFileSync(schemaPath, 'utf8'));
const rootValue = {
  items: Array.from({ length: Number(objects) }, (_, index) => ({
    id: `item-${index}`, name: `The item of number ${index}`, price: index + 0.25, stock: index,
    active: index % 2 === 0,
  })),
};

function valid(text) {
  const document = parse(text);
  const errors = validate(schema, document);
  if (errors.length > 0) throw errors[0];
  return document;
}

const work = {
  parse,
  validate: valid,
  execute(text) {
    const result = executeSync({ schema, document: valid(text), rootValue });
    if (result.errors) throw result.errors[0];
    return JSON.stringify(result);
  },
}[workload];

let next = 0;
function rate(least) {
  const begin = process.hrtime.bigint();
  for (let done = 1; ; done++) {
    work(documents[next++ % documents.length]);
    const elapsed = Number(process.hrtime.bigint() - begin) / 1e9;
    if (elapsed >= least) return done / elapsed;
  }
}

rate(Number(seconds));
for (let run = 0; run < Number(runs); run++) console.log(rate(Number(seconds)));
