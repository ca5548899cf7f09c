// Night skies over hills and firs. Variants: 0 Milky Way, 1 aurora, 2 star trails over a desert camp, 3 moonrise
float bandNoise(vec3 p) { return fbm(p, 6); }
vec3 milky(vec3 rd) {
  vec3 axis = normalize(vec3(0.62, 0.42, -0.66));
  float d = dot(rd, axis);
  vec3 along = rd - axis * d;
  float dust = fbm(rd * 3.5 + 2.0, 6), fine = fbm(rd * 9.0 + 8.0, 5);
  float core = exp(-d * d * 16.0), inner = exp(-d * d * 70.0);
  vec3 c = paint(0x4b5a94) * core * (0.25 + 0.7 * dust);
  c += mix(paint(0xd9a5c0), paint(0xffe2b8), dust) * inner * smoothstep(0.25, 0.75, fine + 0.2 * dust) * 0.85;
  c *= 1.0 - 0.8 * inner * smoothstep(0.5, 0.66, fbm(rd * 5.0 + 30.0, 6));
  c += starField(rd * 1.0, 0.16) * (0.2 + core);
  return c;
}
vec3 aurora(vec3 rd) {
  if (rd.y < 0.02) return vec3(0);
  vec3 sum = vec3(0);
  for (int i = 0; i < 36; i++) {
    float h = 0.7 + float(i) * 0.035;
    vec2 p = rd.xz / (rd.y + 0.09) * h;
    vec2 q = p * 0.55 + vec2(u_time * 0.04, 0.0);
    float fold = noise(q * 1.1) * 2.6 + noise(q * 2.7 + u_time * 0.05) * 0.9;
    float curtain = pow(1.0 - abs(fract(fold) * 2.0 - 1.0), 9.0);
    float rays = 0.55 + 0.45 * noise(q * 14.0 + u_time * 0.3);
    float up = float(i) / 36.0;
    vec3 tint = three(paint(0x39e08f), paint(0x2fc3b0), paint(0xa94fd0), up);
    sum += tint * curtain * rays * exp(-up * 2.6) * 0.16;
  }
  return sum * smoothstep(0.02, 0.25, rd.y);
}
vec3 skyAt(vec3 rd) {
  float e = clamp(elevation(rd) / 1.3, 0.0, 1.0);
  if (u_variant == 0) return three(paint(0x3b4a70), paint(0x141f44), paint(0x070c22), pow(e, 0.6)) + starField(rd, 0.06) + milky(rd);
  if (u_variant == 1) return three(paint(0x16324a), paint(0x0b1f3a), paint(0x050a1c), pow(e, 0.6)) + starField(rd, 0.07) * 0.8 + aurora(rd);
  if (u_variant == 2) {
    vec3 c = three(paint(0xd98f6a), paint(0x3c3c78), paint(0x080f2e), pow(e, 0.5));
    vec3 pole = toward(6.0, 34.0);
    float ang = acos(clamp(dot(rd, pole), -1.0, 1.0));
    vec3 side = normalize(cross(pole, vec3(0, 1, 0)));
    vec3 up = cross(side, pole);
    float turn = atan(dot(rd, up), dot(rd, side)) + u_time * 0.03;
    float ring = floor(ang * 150.0), h = hash2(vec2(ring, 3.0));
    float arc = fract(turn / TAU * (2.0 + floor(h * 5.0)) + h * 7.0);
    float trail = step(0.35, h) * smoothstep(0.0, 0.25, arc) * smoothstep(0.62, 0.5, arc) * pow(abs(sin(ang * 150.0 * PI)), 3.0);
    return c + trail * mix(paint(0xffe6c0), paint(0xb8d0ff), hash2(vec2(ring, 8.0))) * (0.25 + 0.6 * h) * smoothstep(0.02, 0.3, rd.y);
  }
  vec3 moon = toward(-10.0, 13.0);
  vec3 c = three(paint(0x8a6f8c), paint(0x2c2f66), paint(0x0b1030), pow(e, 0.55)) + starField(rd, 0.05) * smoothstep(0.1, 0.6, rd.y);
  float d = acos(clamp(dot(rd, moon), -1.0, 1.0));
  vec3 q = (rd - moon) * 16.0;
  float disc = smoothstep(0.118, 0.115, d);
  c = mix(c, paint(0xfff0d6) * (0.72 + 0.4 * smoothstep(0.4, 0.65, fbm(q * 1.3 + 4.0, 5))), disc);
  c += paint(0xffd9b0) * 0.35 * exp(-d * 6.0);
  float cover = cloudCover(rd, 0.6, 0.03, 5);
  return mix(c, mix(paint(0x4a4675), paint(0xd9b5a8), exp(-d * 3.0)), smoothstep(0.5, 0.8, cover) * 0.8);
}
vec3 scene(vec3 ro, vec3 rd, vec2 uv) {
  float az = azimuth(rd), el = elevation(rd);
  vec3 low = u_variant == 2 ? paint(0x2a1a2c) : u_variant == 1 ? paint(0x0a1a26) : paint(0x10152c);
  vec3 c;
  if (u_variant == 1 && el < -0.01) { // still water below the aurora
    vec2 p = rd.xz / -rd.y;
    vec3 r = rd; r.y = -rd.y + 0.02 + 0.05 * (fbm(vec2(p.x, p.y * 6.0) + u_time * 0.3, 4) - 0.5);
    c = skyAt(normalize(r)) * 0.55 + low * 0.4;
  } else c = skyAt(rd);
  for (int i = 0; i < 3; i++) {
    float d = float(i) / 2.0;
    float h = 0.15 * (1.0 - 0.55 * d) * fbm(around(az, 1.3 + d * 1.5) + d * 17.0, 5) - 0.03 - 0.02 * d;
    if (el < h && (u_variant != 1 || el > -0.012)) c = mix(low * 2.1 + paint(0x1c2850) * 0.5, low * 0.5, d);
  }
  if (el < -0.03 && u_variant != 1) c = low * (0.30 + 0.35 * fbm(rd.xz / -rd.y * 4.0, 5));
  float base = -0.035;
  if (u_variant < 2 && el > base && firs(az, 96.0, 0.17 * smoothstep(0.35, 0.75, fbm(around(az, 1.1) + 3.0, 3)), el - base) > 0.0) c = low * 0.22;
  if (u_variant == 2) { // tents, lit from within
    for (int i = 0; i < 4; i++) {
      float f = float(i);
      vec2 q = vec2(az - radians(-24.0 + f * 15.0 + 4.0 * hash1(f)), el + 0.035 + 0.012 * f) * (15.0 - f * 1.6);
      float edge = 0.9 - abs(q.x) * 1.25;
      if (q.y > -0.22 && q.y < edge * 0.62 - 0.2) {
        vec3 warm = mix(paint(0xff8f3a), paint(0xffe09a), exp(-length(q - vec2(0, -0.1)) * 2.5));
        c = warm * (abs(q.x) < 0.02 ? 0.5 : 0.9);
      }
      c += paint(0xff9b50) * 0.09 * exp(-length(q * vec2(1, 2.2)) * 2.0);
    }
  }
  return c;
}
