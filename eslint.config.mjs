import next from 'eslint-config-next/core-web-vitals';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { defineConfig, globalIgnores } from 'eslint/config';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const TESTS = ['tests/**', 'e2e/**'];
const SCRIPTS = ['scripts', 'bench', 'demo', 'tests', 'e2e'];

/** Which folders each folder may not import from: imports go one way. */
const zones = [
  zone('domain', ['app', 'ui', 'server', 'db', ...SCRIPTS]),
  zone('ui', ['app', 'server', 'db', ...SCRIPTS]),
  zone('db', ['app', 'ui', 'server', ...SCRIPTS]),
  zone('server', ['app', 'ui', ...SCRIPTS]),
  zone('app', SCRIPTS),
  {
    target: './app',
    from: './server',
    except: ['./face.ts', './auth/index.ts'],
    message: "Pages know the server by its public face alone: '@/server/face', and '@/server/auth'.",
  },
  {
    target: './app',
    from: ['connection.ts', 'migrate.ts', 'embedded.ts', 'schema.ts', 'schema'].map((name) => `./db/${name}`),
    message: 'Pages read and write through the queries of db/, one module per aggregate.',
  },
];

function zone(target, from) {
  return {
    target: `./${target}`,
    from: from.map((folder) => `./${folder}`),
    message: 'Imports go one way: app → ui, server → db → domain.',
  };
}

export default defineConfig([
  globalIgnores(['.next/**', '.next-*/**', 'build/**', 'next-env.d.ts', 'test-results/**', 'playwright-report/**']),
  ...next,
  ...tseslint.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: {
      ...importX.flatConfigs.typescript.settings,
      'import-x/resolver-next': [createTypeScriptImportResolver()],
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['app/**', 'ui/**'],
    ignores: ['ui/link.tsx'],
    rules: {
      'no-restricted-imports': ['error', { name: 'next/link', message: 'Link with `Link` of ui/link.tsx.' }],
    },
  },
  {
    files: ['domain/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!zod($|/)|luxon$|\\.{1,2}/|@/domain/)',
              message: 'The domain imports zod and luxon alone: it does no I/O.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'window', 'document'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock is handed in.' },
        { object: 'DateTime', property: 'now', message: 'The clock is handed in.' },
        { object: 'Math', property: 'random', message: 'Randomness is handed in.' },
        { object: 'crypto', property: 'randomUUID', message: 'Ids are handed in.' },
      ],
    },
  },
  {
    files: ['server/**/*.ts', 'db/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  {
    files: TESTS,
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'react-hooks/rules-of-hooks': 'off' },
  },
]);
