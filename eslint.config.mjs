// Strict types, and imports that only go downward: a room may import from the rooms below it, never from one above or beside (see docs/house.md).
import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Rooms of the server from the ground up: each may import itself and the ones it lists. */
const ROOMS = {
  graph: [], model: [], formats: [],
  answering: ['graph', 'model'],
  documents: ['formats', 'answering', 'graph'],
  evaluation: ['formats', 'answering', 'graph'],
  tools: ['documents', 'answering', 'graph'],
  lsp: ['tools', 'documents', 'evaluation', 'formats', 'answering', 'graph', 'model'],
  cli: ['tools', 'documents', 'evaluation', 'formats', 'answering', 'graph', 'model'],
};

const zones = [
  ...Object.entries(ROOMS).map(([room, below]) => ({
    target: `./server/src/${room}`,
    from: './server/src',
    except: ['./protocol.ts', './protocol', `./${room}`, ...below.map((name) => `./${name}`)],
    message: `server/src/${room} may import only protocol${below.length > 0 ? `, ${below.join(', ')}` : ''}.`,
  })),
  { target: './server/src/protocol', from: './server/src', except: ['./protocol'], message: 'The protocol imports nothing but itself.' },
  { target: './server', from: ['./extension', './webview'], message: 'The server knows neither the client nor the panel.' },
  { target: './extension/src', from: './server/src', except: ['./protocol.ts', './protocol'], message: 'The client imports only protocol.ts.' },
  { target: './webview/src', from: './server/src', except: ['./protocol.ts', './protocol'], message: 'The panel imports only protocol.ts.' },
  { target: './extension/src', from: './webview' }, { target: './webview/src', from: './extension' },
];

export default tseslint.config(
  { ignores: ['dist/**', 'out/**', 'node_modules/**', 'training/**', '.vscode-test/**', 'test-results/**', '.hoplens-cache/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.mjs', '.js'] })] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  { files: ['**/*.test.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', fetch: 'readonly', Buffer: 'readonly', AbortSignal: 'readonly', document: 'readonly', window: 'readonly', NodeFilter: 'readonly' } } },
);
