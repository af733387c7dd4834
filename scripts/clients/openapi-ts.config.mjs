// The extension is what node needs to find the parts of the client.
export default {
  input: '../openapi.json',
  output: { path: 'client', importFileExtension: '.js' },
  plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
};
