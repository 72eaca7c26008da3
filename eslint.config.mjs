import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'node_modules/', 'bench-results/'] },
  tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', { max: 420, skipComments: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ...reactHooks.configs.flat.recommended,
    rules: {
      ...reactHooks.configs.flat.recommended.rules,
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXText[value=/[\\u4e00-\\u9fff]/]', message: 'Words belong in shared/locale.' },
        { selector: 'JSXAttribute > Literal[value=/[\\u4e00-\\u9fff]/]', message: 'Words belong in shared/locale.' },
      ],
    },
  },
  { files: ['electron/cli/**', 'scripts/**', '**/bench/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.test.{ts,tsx}', 'electron/loopback/e2e/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
