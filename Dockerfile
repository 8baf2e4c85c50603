# One image for the web server, the worker and the scheduler; docker-compose.yml says which command each runs.

FROM node:24-slim AS browser-app
WORKDIR /build/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY frontend ./
COPY apps/systems/icons.json ../apps/systems/icons.json
RUN npm run build

FROM python:3.11-slim-bookworm AS packages
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/venv
COPY requirements.lock ./
RUN /opt/venv/bin/pip install --no-deps --require-hashes --only-binary :all: -r requirements.lock

FROM python:3.11-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 BIFOCAL_ENV=production BIFOCAL_DATA=/data
RUN groupadd --gid 10001 bifocal && useradd --uid 10001 --gid bifocal --no-create-home --shell /usr/sbin/nologin bifocal \
    && install -d -o bifocal -g bifocal -m 0750 /data
WORKDIR /srv/bifocal
COPY --from=packages /opt/venv /opt/venv
COPY manage.py pyproject.toml LICENSE NOTICE ./
COPY config config
COPY apps apps
COPY templates templates
COPY --from=browser-app /build/frontend/dist frontend/dist
RUN python -m compileall -q apps config
USER bifocal
VOLUME /data
EXPOSE 8000
CMD ["uvicorn", "config.asgi:application", "--host", "0.0.0.0", "--port", "8000", "--log-level", "info", "--no-access-log"]
