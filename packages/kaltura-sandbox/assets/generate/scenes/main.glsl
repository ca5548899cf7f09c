vec3 rayAt(vec2 pixel) {
  if (u_sphere) {
    float az = (pixel.x / u_size.x - 0.5) * TAU, el = (pixel.y / u_size.y - 0.5) * PI;
    vec3 rd = vec3(sin(az) * cos(el), sin(el), cos(az) * cos(el));
    rd.xz = rot(radians(-u_view.x)) * rd.xz;
    return rd;
  }
  vec3 rd = normalize(vec3((pixel - 0.5 * u_size) / u_size.y * 2.0, u_view.z));
  rd.yz = rot(radians(-u_view.y)) * rd.yz;
  rd.xz = rot(radians(-u_view.x)) * rd.xz;
  return rd;
}

void main() {
  vec3 sum = vec3(0);
  for (int y = 0; y < u_samples; y++) for (int x = 0; x < u_samples; x++) {
    vec2 pixel = gl_FragCoord.xy + (vec2(x, y) + 0.5) / float(u_samples) - 0.5;
    vec3 light = scene(u_eye, rayAt(pixel), (pixel - 0.5 * u_size) / u_size.y * 2.0);
    light = max(light, 0.0);
    light = mix(light, 0.75 + 0.25 * (1.0 - exp(-(light - 0.75) * 2.6)), step(0.75, light)); // shoulder
    sum += pow(light, vec3(1.0 / 2.2));
  }
  sum /= float(u_samples * u_samples);
  if (!u_sphere) {
    vec2 v = gl_FragCoord.xy / u_size - 0.5;
    sum *= 1.0 - 0.28 * dot(v, v) * 1.6;
  }
  o_color = vec4(sum + (hash2(gl_FragCoord.xy) - 0.5) / 255.0, 1.0);
}
