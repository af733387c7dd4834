// Writes the calls of a plan as TypeScript, with every argument spelled out.
// The compiler then compares them with the client's types.
// Usage: calls.mjs (openapi-fetch | hey-api) ADDRESS PLAN
import { readFileSync } from 'node:fs';

const [client, address, plan] = process.argv.slice(2);
const text = JSON.stringify;
const isFetch = client === 'openapi-fetch';

console.log(isFetch
  ? `import createClient from 'openapi-fetch';
import type { paths } from './schema.js';
import { end, step } from './step.js';
const json = createClient<paths, 'application/json'>({ baseUrl: ${text(address)} });
const any = createClient<paths>({ baseUrl: ${text(address)} });`
  : `import { client } from './client/client.gen.js';
import * as sdk from './client/sdk.gen.js';
import { end, events, step } from './step.js';
client.setConfig({ baseUrl: ${text(address)} });`);

for (const it of JSON.parse(readFileSync(plan, 'utf8'))) {
  const isJson = it.media === 'application/json';
  const read = `(data) => [${isJson ? it.always.map((name) => `data[${text(name)}]`).join(', ') : 'data'}]`;
  const filled = (part) => Object.keys(part).length > 0;
  const options = [];
  if (isFetch) {
    const parts = Object.entries({ path: it.inPath, query: it.query, header: it.header });
    options.push(`params: ${text(Object.fromEntries(parts.filter(([, part]) => filled(part))))}`);
    if (it.bodyMedia === 'text/csv')
      options.push("bodySerializer: (body) => body, headers: { 'Content-Type': 'text/csv' }");
    if (!isJson) options.push("parseAs: 'text'");
  } else {
    if (filled(it.inPath)) options.push(`path: ${text(it.inPath)}`);
    if (filled(it.query)) options.push(`query: ${text(it.query)}`);
    const headers = it.bodyMedia === 'text/csv' ? { ...it.header, 'Content-Type': 'text/csv' } : it.header;
    if (filled(headers)) options.push(`headers: ${text(headers)}`);
  }
  if ('body' in it) options.push(`body: ${text(it.body)}`);
  const call = isFetch
    ? `${isJson ? 'json' : 'any'}.${it.method}(${text(it.path)}, { ${options.join(', ')} })`
    : `sdk.${it.operation}({ ${options.join(', ')} })`;
  if (!isFetch && it.media === 'text/event-stream') {
    console.log(`await events(${text(it.operation)}, ${call});`);
    continue;
  }
  console.log(`await step(${text(it.operation)}, ${text(it.answers)}, ${call}, ${read});`);
}
console.log('end();');
