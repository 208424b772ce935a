/** A public certificate that holds until 2056. */
export const goodPem: readonly string[] = [
  '-----BEGIN CERTIFICATE-----',
  'MIIBiDCCAS2gAwIBAgIUNuAjo5ggN3BIAdxpx1l5GZpNEHswCgYIKoZIzj0EAwIw',
  'GDEWMBQGA1UEAwwNU21hbGwgdGVzdCBDQTAgFw0yNjExMjMwOTUxMzJaGA8yMDU2',
  'MTExNTA5NTEzMlowGDEWMBQGA1UEAwwNU21hbGwgdGVzdCBDQTBZMBMGByqGSM49',
  'AgEGCCqGSM49AwEHA0IABKpFszHBn23cqAYsDIZh2vg1FvbxNhLcL9O+6t2BLuOt',
  's/4E7Ry8fSnD5bTb7pS2E7YCJpQhTHvEJZPsRPTbegijUzBRMB0GA1UdDgQWBBTt',
  'XdpQvM6fagx/ldwHBfsFJ7Uz1DAfBgNVHSMEGDAWgBTtXdpQvM6fagx/ldwHBfsF',
  'J7Uz1DAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQCa/dRC68Y0',
  'lWm8IxTABZsFI64CMEOagf0hReIUg2IqqgIhAN/Myz0XGnUv1zcEJMzy0uk4CR7T',
  'bNrVJ2T4B6N/OSVr',
  '-----END CERTIFICATE-----',
];

/** A public certificate that held in 2024. */
export const expiredPem: readonly string[] = [
  '-----BEGIN CERTIFICATE-----',
  'MIIBFDCBvAIBATAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxTbWFsbCBvbGQgQ0Ew',
  'HhcNMjQwMTAxMDAwMDAwWhcNMjUwMTAxMDAwMDAwWjAXMRUwEwYDVQQDDAxTbWFs',
  'bCBvbGQgQ0EwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASqRbMxwZ9t3KgGLAyG',
  'Ydr4NRb28TYS3C/TvurdgS7jrbP+BO0cvH0pw+W02+6UthO2AiaUIUx7xCWT7ET0',
  '23oIMAoGCCqGSM49BAMCA0cAMEQCIBWLKwXSnZqnfwZNrLAlTjePkoX8dqDBmWAu',
  'RzMT6Hm7AiBUFf4Z3KsYP/dXeaETukWHzCYX/eu2b93OzJ4gXodgTw==',
  '-----END CERTIFICATE-----',
];

/** As text, the way it is uploaded. */
export function pemOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
