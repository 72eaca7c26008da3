/** The walls between the folders; docs/decisions.md says why each stands. */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shared-is-pure',
      comment: 'shared/ runs everywhere: only zod, the contract builder and small pure libraries.',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^shared/', 'node_modules/(zod|@orpc/contract|opencc-js|diff|@noble/hashes)/'] },
    },
    { name: 'renderer-never-meets-electron', severity: 'error', from: { path: '^renderer/' }, to: { path: '^electron/' } },
    {
      name: 'electron-never-meets-renderer',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/loopback/e2e/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-the-desktop-host-imports-electron',
      severity: 'error',
      from: { pathNot: '^electron/(main|preload)/' },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'only-docx-imports-docx',
      severity: 'error',
      from: { pathNot: '^(electron/docx/|scripts/)' },
      to: { path: 'node_modules/docx/' },
    },
    {
      name: 'only-db-knows-sqlite',
      severity: 'error',
      from: { pathNot: '^(electron/db/|scripts/)' },
      to: { path: 'node_modules/better-sqlite3/' },
    },
    {
      name: 'blocks-do-not-know-each-other',
      severity: 'error',
      from: { path: '^(shared/minutes|renderer)/blocks/([^/]+)/' },
      to: { path: '^(shared/minutes|renderer)/blocks/[^/]+/', pathNot: '^(shared/minutes|renderer)/blocks/$2/' },
    },
    {
      name: 'services-know-no-host',
      severity: 'error',
      from: { path: '^electron/(services|db|docx)/' },
      to: { path: '^electron/(main|preload|loopback|cli)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
