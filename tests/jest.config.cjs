module.exports = {
  testEnvironment: 'node',
  rootDir: '..',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  transform: { '\\.tsx?$': '<rootDir>/tests/support/typescript-transform.cjs' },
  testTimeout: 60000,
};
