#!/usr/bin/env python3
#
# Copyright 2026 The Merlon Authors
# SPDX-License-Identifier: Apache-2.0
#
"""Makes load balancers of all kinds in the Regions named, and prints the ids of the first one."""

import sys

import boto3


def seed(region):
    ec2 = boto3.client("ec2", region_name=region)
    elb = boto3.client("elbv2", region_name=region)
    classic = boto3.client("elb", region_name=region)
    vpc = ec2.create_vpc(CidrBlock="10.20.0.0/16")["Vpc"]["VpcId"]
    subnets = [
        ec2.create_subnet(
            VpcId=vpc, CidrBlock=f"10.20.{number}.0/24", AvailabilityZone=f"{region}{zone}"
        )["Subnet"]["SubnetId"]
        for number, zone in [(1, "a"), (2, "b")]
    ]
    group = ec2.create_security_group(GroupName="web", Description="web", VpcId=vpc)["GroupId"]

    def balancer(name, kind, scheme, **more):
        return elb.create_load_balancer(
            Name=name, Type=kind, Scheme=scheme, Subnets=subnets, **more
        )["LoadBalancers"][0]["LoadBalancerArn"]

    def targets(name, protocol, port, **more):
        return elb.create_target_group(
            Name=name, Protocol=protocol, Port=port, VpcId=vpc, TargetType="ip", **more
        )["TargetGroups"][0]["TargetGroupArn"]

    def forward(*groups):
        if len(groups) == 1:
            return [{"Type": "forward", "TargetGroupArn": groups[0]}]
        weighed = [{"TargetGroupArn": arn, "Weight": weight} for arn, weight in groups]
        return [{"Type": "forward", "ForwardConfig": {"TargetGroups": weighed}}]

    def listener(arn, protocol, port, actions):
        return elb.create_listener(
            LoadBalancerArn=arn, Protocol=protocol, Port=port, DefaultActions=actions
        )["Listeners"][0]["ListenerArn"]

    app = balancer("shop", "application", "internet-facing", SecurityGroups=[group])
    net = balancer("pipe", "network", "internal")
    web = targets("web", "HTTP", 8080)
    api = targets("api", "HTTP", 9090)
    raw = targets("raw", "TCP", 5000)
    unused = targets("unused", "TCP", 6000)
    http = listener(app, "HTTP", 80, forward((web, 90), (api, 0)))
    tcp = listener(net, "TCP", 443, forward(raw))
    rule = elb.create_rule(
        ListenerArn=http,
        Priority=10,
        Conditions=[{"Field": "path-pattern", "Values": ["/api/*"]}],
        Actions=forward(api),
    )["Rules"][0]["RuleArn"]
    default = [
        found["RuleArn"]
        for found in elb.describe_rules(ListenerArn=http)["Rules"]
        if found["IsDefault"]
    ][0]
    elb.register_targets(TargetGroupArn=web, Targets=[{"Id": "10.20.1.10", "Port": 8080}])
    elb.register_targets(TargetGroupArn=raw, Targets=[{"Id": "10.20.2.20", "Port": 5001}])
    elb.register_targets(TargetGroupArn=unused, Targets=[{"Id": "10.20.2.30", "Port": 6001}])
    classic.create_load_balancer(
        LoadBalancerName="old",
        Listeners=[
            {
                "Protocol": "tcp",
                "LoadBalancerPort": 25,
                "InstanceProtocol": "tcp",
                "InstancePort": 2525,
            }
        ],
        Subnets=subnets,
        SecurityGroups=[group],
    )
    return {
        "vpc": vpc,
        "subnetA": subnets[0],
        "subnetB": subnets[1],
        "group": group,
        "app": app,
        "net": net,
        "web": web,
        "api": api,
        "raw": raw,
        "unused": unused,
        "http": http,
        "tcp": tcp,
        "rule": rule,
        "default": default,
    }


made = [seed(region) for region in sys.argv[1:]]
for name, id in made[0].items():
    print(f"{name}={id}")
