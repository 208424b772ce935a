# The image is the checkout without its tests and tools: Node runs the source as it is, so nothing is compiled.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No script of a package runs (.npmrc says so too); the database driver brings its binaries along.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

# The same Debian without npm, so that nothing can be installed into a running bot.
FROM debian:bookworm-slim
COPY --from=packages /usr/local/bin/node /usr/local/bin/node
COPY --from=packages /app/node_modules /app/node_modules
COPY package.json manifest.yml /app/
COPY data /app/data
COPY src /app/src
# The only place that is written to. A volume mounted here must belong to this user.
RUN install -d -o 65532 -g 65532 -m 0700 /data

ENV NODE_ENV=production \
    DATABASE_URL=sqlite:/data/countersign.sqlite \
    POLICY_FILE=/etc/countersign/policy.yml \
    HOST=0.0.0.0
WORKDIR /app
USER 65532:65532
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 CMD ["node", "src/cli/main.ts", "health"]

# Each flag was tried with everything the bot loads. --disallow-code-generation-from-strings is missing because the database driver
# makes its row readers from text; --permission because it does not confine native code, which the read-only root does.
ENTRYPOINT ["node", "--disable-proto=throw", "--report-exclude-env", "--disable-sigusr1", "--unhandled-rejections=strict", "src/main.ts"]
