/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.net.PortSet;
import java.util.Map;
import java.util.TreeMap;

/** The services that people know these ports by, for evidence. */
final class ServiceNames {

  private static final Map<Integer, String> BY_PORT =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(20, "ftp-data"),
              Map.entry(21, "ftp"),
              Map.entry(22, "ssh"),
              Map.entry(23, "telnet"),
              Map.entry(25, "smtp"),
              Map.entry(53, "dns"),
              Map.entry(80, "http"),
              Map.entry(110, "pop3"),
              Map.entry(135, "rpc"),
              Map.entry(137, "netbios"),
              Map.entry(138, "netbios"),
              Map.entry(139, "netbios"),
              Map.entry(143, "imap"),
              Map.entry(443, "https"),
              Map.entry(445, "smb"),
              Map.entry(1433, "sql-server"),
              Map.entry(1434, "sql-server-browser"),
              Map.entry(1521, "oracle"),
              Map.entry(2375, "docker"),
              Map.entry(2376, "docker-tls"),
              Map.entry(2483, "oracle"),
              Map.entry(3306, "mysql"),
              Map.entry(3389, "rdp"),
              Map.entry(4333, "msql"),
              Map.entry(4505, "salt"),
              Map.entry(4506, "salt"),
              Map.entry(5432, "postgresql"),
              Map.entry(5439, "redshift"),
              Map.entry(5500, "vnc"),
              Map.entry(5601, "kibana"),
              Map.entry(5900, "vnc"),
              Map.entry(5901, "vnc"),
              Map.entry(6379, "redis"),
              Map.entry(7199, "cassandra"),
              Map.entry(8020, "hadoop-namenode"),
              Map.entry(9042, "cassandra"),
              Map.entry(9092, "kafka"),
              Map.entry(9160, "cassandra"),
              Map.entry(9200, "elasticsearch"),
              Map.entry(9300, "elasticsearch"),
              Map.entry(11211, "memcached"),
              Map.entry(27017, "mongodb"),
              Map.entry(27018, "mongodb"),
              Map.entry(27019, "mongodb"),
              Map.entry(50070, "hadoop-namenode")));

  private ServiceNames() {}

  /** " (ssh, rdp)" for the known ones among a few TCP or UDP ports, otherwise nothing. */
  static String among(String protocol, PortSet ports) {
    if (protocol.contains("icmp") || ports.size() > BY_PORT.size()) {
      return "";
    }
    String names =
        String.join(
            ", ",
            BY_PORT.entrySet().stream()
                .filter(service -> ports.contains(service.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList());
    return names.isEmpty() ? "" : " (" + names + ")";
  }
}
