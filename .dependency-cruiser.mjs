// Who may import whom. Kept as a table: a folder (left) may import only what stands on its right, and itself.
const packages = {
  'packages/contract': [],
  'packages/db': [],
  'packages/blobs': [],
  'packages/vehicle-drawings': [],
  'packages/elements': ['packages/vehicle-drawings'],
  'packages/shell': ['packages/contract'],
  'packages/photo-check': ['packages/contract'],
  'packages/catalogue': ['packages/contract'],
  'packages/messaging': ['packages/contract'],
  'packages/sandbox': [],
  'packages/documents': ['packages/contract', 'packages/sandbox'],
  'packages/spreadsheets': [],
  'packages/connectors': ['packages/contract', 'packages/spreadsheets'],
  'packages/simulators': ['packages/contract'],
  'tenants/src': ['packages/contract', 'packages/db'],
  'billing/src/server': ['packages/contract', 'packages/db', 'packages/messaging', 'tenants/src'],
  'billing/src/browser': ['packages/contract', 'packages/elements', 'packages/shell'],
  'billing/src/operator': ['packages/contract', 'packages/elements', 'packages/shell', 'billing/src/browser'],
  'platform/src': ['billing/src/server', 'packages/contract', 'packages/catalogue', 'packages/db', 'packages/blobs', 'packages/messaging', 'packages/sandbox', 'packages/documents', 'packages/spreadsheets', 'packages/connectors', 'packages/photo-check', 'packages/vehicle-drawings', 'tenants/src'],
  'widget/src': ['packages/contract', 'packages/catalogue', 'packages/elements', 'packages/photo-check', 'packages/vehicle-drawings'],
  'portal/src': ['packages/contract', 'packages/catalogue', 'packages/elements', 'packages/shell', 'packages/vehicle-drawings'],
};

// Inside platform, from the ground up; a slice may import those on lines above its own, and the plain files beside app.ts.
const layers = [['http'], ['catalogues', 'drafts', 'staff', 'live', 'site', 'events'], ['photos', 'partners', 'documents', 'handling', 'presence', 'messages'], ['redactions', 'forms', 'withdrawals', 'appointments', 'accident-statements'], ['reports'], ['links', 'handoffs', 'partner-pages', 'missing-items', 'approvals', 'condition-photos', 'response-templates'], ['status-pages'], ['deliveries'], ['reminders', 'imports', 'support', 'rules', 'lists', 'exports', 'overview', 'calendar', 'billing'], ['operator'], ['local']];

const ours = '^(packages|tenants|billing|platform|widget|portal)/';
const tests = '\\.(test|fixture)\\.ts$|/test/';

const packageRules = Object.entries(packages).map(([from, allowed]) => ({
  name: `${from.replace('/', '-')}-imports-only-what-it-may`,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: [tests, '^platform/src/local/'] },
  to: { path: ours, pathNot: [from, ...allowed].map((path) => `^${path}/`) },
}));

const layerRules = layers.slice(0, -1).map((slices, index) => ({
  name: `platform-${slices.join('-')}-knows-nothing-above-it`,
  severity: 'error',
  from: { path: `^platform/src/(${slices.join('|')})/`, pathNot: tests },
  to: { path: `^platform/src/(${layers.slice(index + 1).flat().join('|')})/|^platform/src/(app|run|main|worker)\\.ts$` },
}));

const homes = { chargebee: '(billing/src/server/|packages/simulators/src/)', stripe: '(billing/src/server/stripe/|billing/src/server/billing|packages/simulators/src/stripe/)', '@stripe/stripe-js': 'billing/src/browser/', lucia: 'platform/src/staff/sessions', resend: 'packages/messaging/', twilio: 'packages/messaging/', '@aws-sdk/client-s3': 'packages/blobs/', '@node-rs/argon2': 'platform/src/staff/', '@libpdf/core': 'packages/(documents|bench)/', exceljs: '(packages/(spreadsheets|bench)/|platform/src/imports/)', pkijs: 'packages/documents/', sharp: '(platform/src/(photos|local)|packages/(testing|bench))/' };
const vendorRules = Object.entries(homes).map(([vendor, home]) => ({
  name: `${vendor}-has-one-home`,
  severity: 'error',
  from: { path: ours, pathNot: [`^${home}`, tests] },
  to: { path: `node_modules/${vendor.replace('/', '\\/')}/` },
}));

// Doors through row-level security beside `inTenant`, and who may open them.
const doors = { 'billing-scope': '(platform/src/operator/|billing/src/server/(advance-accounts|events/reconcile-events)\\.ts$)', 'account-holder-scope': 'billing/src/server/(account|sign-in)/' };
const doorRules = Object.entries(doors).map(([door, home]) => ({
  name: `${door}-is-opened-there-alone`,
  severity: 'error',
  from: { path: ours, pathNot: [`^${home}`, tests] },
  to: { path: `^packages/db/src/${door}\\.ts$` },
}));

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: { pathNot: 'node_modules' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    ...packageRules,
    ...layerRules,
    ...vendorRules,
    ...doorRules,
    {
      name: 'the-simulators-are-for-a-local-start-only',
      severity: 'error',
      from: { path: '^(platform|tenants|billing|widget|portal)/src/', pathNot: ['^platform/src/local/', tests] },
      to: { path: '^packages/(simulators|testing|bench)/' },
    },
    {
      name: 'browser-code-imports-nothing-of-node',
      severity: 'error',
      from: { path: '^(widget/src|portal/src|billing/src/(browser|operator)|packages/(elements|shell|catalogue|contract|photo-check|vehicle-drawings)/src)/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'nothing-unresolvable', severity: 'error', from: { path: ours }, to: { couldNotResolve: true, pathNot: ['^virtual:', 'vite/client'] } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(widget|portal|billing)/dist/' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types', 'browser'], extensions: ['.ts', '.js', '.mjs', '.json', '.css'] },
  },
};
