import parser from '@typescript-eslint/parser';
import typescript from '@typescript-eslint/eslint-plugin';
import officeAddins from 'eslint-plugin-office-addins';

const hostGlobals = [
  'document',
  'window',
  'process',
  'Buffer',
  'require',
  'setTimeout',
  'setInterval',
  'fetch',
  'Office',
  'Excel',
  'SpreadsheetApp',
];

export default [
  { ignores: ['node_modules/', 'dist/', 'coverage/', 'tests/samples/templates/'] },
  {
    files: ['**/*.{js,mjs,cjs}'],
    rules: { eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parser, parserOptions: { ecmaVersion: 2022, sourceType: 'module', ecmaFeatures: { jsx: true } } },
    plugins: { '@typescript-eslint': typescript },
    linterOptions: { reportUnusedDisableDirectives: false },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', prefer: 'type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-require-imports': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-fallthrough': 'error',
      'no-irregular-whitespace': 'error',
      'no-unreachable': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['core/**/*.ts'],
    rules: {
      'no-console': 'error',
      'max-lines': ['error', { max: 350 }],
      'no-restricted-globals': ['error', ...hostGlobals],
      'no-restricted-syntax': [
        'error',
        { selector: 'CallExpression[callee.property.name=/^(at|replaceAll|matchAll)$/]', message: 'Not in es2019.' },
      ],
    },
  },
  {
    files: ['excel-addin/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'max-lines': ['error', { max: 350 }],
      'no-alert': 'error',
      'no-console': 'error',
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
];
