// Knows how webpack gets JavaScript out of TypeScript in the tests.

module.exports = (text) => require('esbuild').transformSync(text, { loader: 'ts' }).code
