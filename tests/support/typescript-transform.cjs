// Jest hands every TypeScript file to esbuild: types are checked by `npm run typecheck`, not here.
const esbuild = require('esbuild');

module.exports = {
  process(source, file) {
    const { code, map } = esbuild.transformSync(source, {
      loader: file.endsWith('.tsx') ? 'tsx' : 'ts',
      format: 'cjs',
      target: 'es2019',
      sourcemap: 'external',
      sourcefile: file,
    });
    return { code, map };
  },
};
