import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import ts from 'typescript-eslint'

/** Forbids imports of what stands above: features on shell on ui on api on lib. */
function floor(files, ...forbidden) {
  return {
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: forbidden.map((group) => ({ group: [group], message: 'This stands above; see web/README.md.' })) },
      ],
    },
  }
}

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/api/schema.d.ts', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  ts.configs.recommended,
  vue.configs['flat/recommended'],
  {
    files: ['**/*.{ts,vue}'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser } },
    rules: {
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/define-props-declaration': 'error',
      'vue/define-emits-declaration': 'error',
      'vue/no-v-html': 'error',
      'vue/component-name-in-template-casing': [
        'error',
        'PascalCase',
        { registeredComponentsOnly: false, ignores: ['/^el-/'] },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // The types of a Vue file are the compiler's matter.
      'no-undef': 'off',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text only: what others wrote is never markup.' },
      ],
    },
  },
  floor(['src/lib/**'], '@/api*', '@/ui*', '@/shell*', '@/features*'),
  floor(['src/api/**'], '@/ui*', '@/shell*', '@/features*'),
  floor(['src/ui/**'], '@/shell*', '@/features*'),
  floor(['src/shell/**'], '@/features*'),
  // A feature knows no other feature; its own files it names relatively.
  floor(['src/features/**'], '@/features*', '../../*'),
  { files: ['scripts/**', '*.config.*', 'e2e/**'], languageOptions: { globals: globals.node } },
  prettier,
)
