"""Makes VPCs in which things are not as they look, in each of the Regions, and prints, for each network
interface, what sg-effective-internet-exposure is to say: "FAIL:CRITICAL eni-... name". A line "is" names
something else: "is vpc-... name".

usage: many_networks.py [REGION...]        (AWS_ENDPOINT_URL and credentials say where)
"""
import itertools
import sys

import boto3

ANYWHERE = ("0.0.0.0/0",)
HALVES = ("0.0.0.0/1", "128.0.0.0/1")
OFFICE = ("198.51.100.0/24",)
FAIL, LESS, PASS, NONE = "FAIL:CRITICAL", "FAIL:MEDIUM", "PASS", "NOT_APPLICABLE"


class Network:
    """The resources of one Region."""

    def __init__(self, region):
        self.region = region
        self.ec2 = boto3.client("ec2", region_name=region)
        self.elb = boto3.client("elbv2", region_name=region)
        self.classic = boto3.client("elb", region_name=region)
        self.numbers = itertools.count()

    def say(self, expected, id, name):
        print(expected, id, f"{name}@{self.region}")

    def vpc(self, name, **more):
        """All have the same block. Gives the VPC, its main table and its gateway."""
        vpc = self.ec2.create_vpc(CidrBlock="10.0.0.0/16", **more)["Vpc"]["VpcId"]
        self.say("is", vpc, name)
        main = self.ec2.describe_route_tables(
            Filters=[
                {"Name": "vpc-id", "Values": [vpc]},
                {"Name": "association.main", "Values": ["true"]},
            ]
        )["RouteTables"][0]["RouteTableId"]
        gateway = self.ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
        self.ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
        self.say("is", main, f"{name}/main")
        self.say("is", gateway, f"{name}/gateway")
        return vpc, main, gateway

    def table(self, vpc, *subnets):
        table = self.ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
        for subnet in subnets:
            self.ec2.associate_route_table(RouteTableId=table, SubnetId=subnet)
        return table

    def route(self, table, *blocks, **target):
        for block in blocks:
            kind = "DestinationIpv6CidrBlock" if ":" in block else "DestinationCidrBlock"
            self.ec2.create_route(RouteTableId=table, **{kind: block}, **target)

    def subnet(self, vpc, zone="a", **more):
        return self.ec2.create_subnet(
            VpcId=vpc,
            CidrBlock=f"10.0.{next(self.numbers) % 256}.0/24",
            AvailabilityZone=self.region + zone,
            **more,
        )["Subnet"]["SubnetId"]

    def group(self, vpc, protocol="tcp", port=22, sources=ANYWHERE, last=None, **source):
        name = f"group-{next(self.numbers)}"
        group = self.ec2.create_security_group(GroupName=name, Description=name, VpcId=vpc)["GroupId"]
        permission = {"IpProtocol": protocol, **source}
        if protocol != "-1":
            permission |= {"FromPort": port, "ToPort": last or port}
        for key, kind, there in [("IpRanges", "CidrIp", False), ("Ipv6Ranges", "CidrIpv6", True)]:
            ranges = [{kind: block} for block in sources if (":" in block) == there]
            if ranges:
                permission[key] = ranges
        self.ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[permission])
        return group

    def acl(self, vpc, subnet, incoming, outgoing):
        """Entries are (number, action, protocol, port), with the port 0 for all of them."""
        acl = self.ec2.create_network_acl(VpcId=vpc)["NetworkAcl"]["NetworkAclId"]
        for egress, entries in [(False, incoming), (True, outgoing)]:
            for number, action, protocol, port in entries:
                ports = {"PortRange": {"From": port, "To": port}} if port else {}
                self.ec2.create_network_acl_entry(
                    NetworkAclId=acl,
                    RuleNumber=number,
                    RuleAction=action,
                    Protocol=protocol,
                    Egress=egress,
                    CidrBlock="0.0.0.0/0",
                    **ports,
                )
        association = [
            association["NetworkAclAssociationId"]
            for found in self.ec2.describe_network_acls()["NetworkAcls"]
            for association in found["Associations"]
            if association["SubnetId"] == subnet
        ][0]
        self.ec2.replace_network_acl_association(AssociationId=association, NetworkAclId=acl)

    def interface(self, expected, name, subnet, *groups, public=True, attached=True, ipv6=0):
        """One of an instance, with a public address."""
        interface = self.ec2.create_network_interface(
            SubnetId=subnet, Groups=groups, **({"Ipv6AddressCount": ipv6} if ipv6 else {})
        )["NetworkInterface"]["NetworkInterfaceId"]
        if attached:
            self.ec2.run_instances(
                ImageId="ami-12345678",
                MinCount=1,
                MaxCount=1,
                NetworkInterfaces=[{"DeviceIndex": 0, "NetworkInterfaceId": interface}],
            )
        if public:
            self.ec2.associate_address(
                AllocationId=self.address(), NetworkInterfaceId=interface
            )
        self.say(expected, interface, name)
        return interface

    def address(self):
        return self.ec2.allocate_address(Domain="vpc")["AllocationId"]

    def interfaces_of(self, expected, name, part):
        """Those of a load balancer or a NAT gateway, in the order of their subnets."""
        found = [
            interface
            for interface in self.ec2.describe_network_interfaces()["NetworkInterfaces"]
            if part in interface["Description"]
        ]
        for number, interface in enumerate(sorted(found, key=lambda one: one["SubnetId"])):
            self.say(expected, interface["NetworkInterfaceId"], f"{name}-{number + 1}")

    def balancer(
        self, expected, name, kind, subnets, protocol, port, scheme="internet-facing", **more
    ):
        vpc = self.ec2.describe_subnets(SubnetIds=subnets[:1])["Subnets"][0]["VpcId"]
        arn = self.elb.create_load_balancer(
            Name=name, Type=kind, Scheme=scheme, Subnets=subnets, **more
        )["LoadBalancers"][0]["LoadBalancerArn"]
        targets = self.elb.create_target_group(
            Name=name, Protocol=protocol, Port=9000, VpcId=vpc, TargetType="ip"
        )["TargetGroups"][0]["TargetGroupArn"]
        self.elb.create_listener(
            LoadBalancerArn=arn,
            Protocol=protocol,
            Port=port,
            DefaultActions=[{"Type": "forward", "TargetGroupArn": targets}],
        )
        self.interfaces_of(expected, name, arn.partition("loadbalancer/")[2])
        return targets

    def make(self):
        self.main_tables()
        self.gateways()
        self.halves()
        self.groups()
        self.acls()
        self.nat()
        self.ipv6()
        self.balancers()

    def main_tables(self):
        """Main tables decide, each in its own VPC: two lead out before and after one that does not."""
        for name in ["main-public-before", "main-private", "main-public-after"]:
            vpc, main, gateway = self.vpc(name)
            implicit, public, private = (self.subnet(vpc) for _ in range(3))
            self.route(self.table(vpc, public), *ANYWHERE, GatewayId=gateway)
            self.table(vpc, private)
            if name != "main-private":
                self.route(main, *ANYWHERE, GatewayId=gateway)
            ssh = self.group(vpc)
            dns = self.group(vpc, "udp", 53)
            led = name != "main-private"
            self.interface(FAIL if led else PASS, f"{name}/implicit", implicit, ssh)
            self.interface(FAIL if led else LESS, f"{name}/implicit-udp", implicit, dns)
            self.interface(FAIL, f"{name}/explicit-public", public, ssh)
            self.interface(PASS, f"{name}/explicit-private", private, ssh)

    def gateways(self):
        vpc, main, gateway = self.vpc("gateway-detached")
        self.route(main, *ANYWHERE, GatewayId=gateway)
        self.interface(PASS, "gateway-detached", self.subnet(vpc), self.group(vpc, "-1"))
        self.ec2.detach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)

        _, _, other = self.vpc("gateway-of-others")
        vpc, main, _ = self.vpc("gateway-elsewhere")
        self.route(main, *ANYWHERE, GatewayId=other)
        self.interface(PASS, "gateway-elsewhere", self.subnet(vpc), self.group(vpc))

    def halves(self):
        vpc, main, gateway = self.vpc("halves")
        self.route(main, *HALVES, GatewayId=gateway)
        subnet = self.subnet(vpc)
        self.interface(FAIL, "halves/routes", subnet, self.group(vpc))
        self.interface(FAIL, "halves/rules", subnet, self.group(vpc, sources=HALVES))
        one, two = (self.group(vpc, sources=(half,)) for half in HALVES)
        self.interface(FAIL, "halves/groups", subnet, one, two)
        half = self.subnet(vpc)
        self.route(self.table(vpc, half), HALVES[0], GatewayId=gateway)
        self.interface(FAIL, "halves/that-meet", half, one)
        self.interface(PASS, "halves/that-miss", half, two)

    def groups(self):
        vpc, main, gateway = self.vpc("groups")
        self.route(main, *ANYWHERE, GatewayId=gateway)
        subnet = self.subnet(vpc)
        ssh = self.group(vpc)
        lists = [
            self.ec2.create_managed_prefix_list(
                PrefixListName=name,
                AddressFamily="IPv4",
                MaxEntries=5,
                Entries=[{"Cidr": block} for block in blocks],
            )["PrefixList"]["PrefixListId"]
            for name, blocks in [("anyone", HALVES), ("office", OFFICE)]
        ]
        anyone, office = (
            self.group(vpc, sources=(), PrefixListIds=[{"PrefixListId": id}]) for id in lists
        )
        member = self.group(vpc, sources=(), UserIdGroupPairs=[{"GroupId": ssh}])
        web = self.group(vpc, port=443)
        self.interface(PASS, "groups/office", subnet, self.group(vpc, sources=OFFICE))
        self.interface(PASS, "groups/office-list", subnet, office)
        self.interface(FAIL, "groups/anyone-list", subnet, anyone)
        self.interface(PASS, "groups/members", subnet, member)
        self.interface(PASS, "groups/web", subnet, web)
        self.interface(FAIL, "groups/web-and-ssh", subnet, web, ssh)
        self.interface(FAIL, "groups/everything", subnet, self.group(vpc, "-1"))
        self.interface(PASS, "groups/ipv6-only", subnet, self.group(vpc, sources=("::/0",)))
        self.interface(PASS, "groups/no-address", subnet, self.group(vpc, "-1"), public=False)
        self.interface(NONE, "groups/unattached", subnet, ssh, attached=False)

    def acls(self):
        vpc, main, gateway = self.vpc("acls")
        self.route(main, *ANYWHERE, GatewayId=gateway)
        ssh, dns, rdp = self.group(vpc), self.group(vpc, "udp", 53), self.group(vpc, port=3389)
        allow, deny = (100, "allow", "-1", 0), (90, "deny", "6", 22)

        denied = self.subnet(vpc)
        self.acl(vpc, denied, [allow, deny], [allow])
        self.interface(PASS, "acls/denied", denied, ssh)
        self.interface(FAIL, "acls/not-denied", denied, rdp)

        late = self.subnet(vpc)
        self.acl(vpc, late, [(110, *deny[1:]), allow], [allow])
        self.interface(FAIL, "acls/denied-too-late", late, ssh)

        mute = self.subnet(vpc)
        self.acl(vpc, mute, [allow], [])
        self.interface(PASS, "acls/mute", mute, ssh)
        self.interface(LESS, "acls/mute-udp", mute, dns)

        web = self.subnet(vpc)
        self.acl(vpc, web, [allow], [(100, "allow", "6", 443)])
        self.interface(FAIL, "acls/replies-to-443", web, ssh)

        self.acl(vpc, empty := self.subnet(vpc), [], [])
        self.interface(PASS, "acls/without-entries", empty, self.group(vpc, "-1"))

    def nat(self):
        vpc, main, gateway = self.vpc("nat")
        public, inside = self.subnet(vpc), self.subnet(vpc)
        self.route(self.table(vpc, public), *ANYWHERE, GatewayId=gateway)
        nat = self.ec2.create_nat_gateway(SubnetId=public, AllocationId=self.address())[
            "NatGateway"
        ]["NatGatewayId"]
        self.route(main, *ANYWHERE, NatGatewayId=nat)
        self.interfaces_of(PASS, "nat/gateway", nat)
        self.interface(PASS, "nat/inside", inside, self.group(vpc))
        self.interface(LESS, "nat/inside-udp", inside, self.group(vpc, "udp", 53))
        self.interface(PASS, "nat/no-address", inside, self.group(vpc, "-1"), public=False)

    def ipv6(self):
        vpc, main, gateway = self.vpc("ipv6", AmazonProvidedIpv6CidrBlock=True)
        acl = self.ec2.describe_network_acls(Filters=[{"Name": "vpc-id", "Values": [vpc]}])
        for egress in (False, True):  # which AWS adds with the block, and the emulator does not
            self.ec2.create_network_acl_entry(
                NetworkAclId=acl["NetworkAcls"][0]["NetworkAclId"],
                RuleNumber=101,
                RuleAction="allow",
                Protocol="-1",
                Egress=egress,
                Ipv6CidrBlock="::/0",
            )
        block = self.ec2.describe_vpcs(VpcIds=[vpc])["Vpcs"][0]["Ipv6CidrBlockAssociationSet"][0][
            "Ipv6CidrBlock"
        ].partition("::")[0]
        public, out = (
            self.subnet(vpc, Ipv6CidrBlock=f"{block[:-2]}{number:02x}::/64") for number in (1, 2)
        )
        only_out = self.ec2.create_egress_only_internet_gateway(VpcId=vpc)[
            "EgressOnlyInternetGateway"
        ]["EgressOnlyInternetGatewayId"]
        self.route(main, "::/0", GatewayId=gateway)
        self.route(self.table(vpc, out), "::/0", EgressOnlyInternetGatewayId=only_out)
        ssh6, ssh4 = self.group(vpc, sources=("::/0",)), self.group(vpc)
        self.interface(FAIL, "ipv6/reached", public, ssh6, public=False, ipv6=1)
        self.interface(PASS, "ipv6/no-rule", public, ssh4, public=False, ipv6=1)
        self.interface(PASS, "ipv6/no-address", public, ssh6, public=False)
        self.interface(PASS, "ipv6/only-out", out, ssh6, public=False, ipv6=1)
        self.interface(PASS, "ipv6/wrong-family", public, ssh4, ipv6=1)

    def balancers(self):
        vpc, main, gateway = self.vpc("balancers")
        self.route(main, *ANYWHERE, GatewayId=gateway)
        two = [self.subnet(vpc, "a"), self.subnet(vpc, "b")]
        every, web = self.group(vpc, port=0, last=65535), self.group(vpc, port=443)
        self.balancer(PASS, "alb-443", "application", two, "HTTP", 443, SecurityGroups=[every])
        targets = self.balancer(
            FAIL, "alb-8443", "application", two, "HTTP", 8443, SecurityGroups=[every]
        )
        self.balancer(PASS, "alb-closed", "application", two, "HTTP", 8443, SecurityGroups=[web])
        self.balancer(
            PASS, "alb-internal", "application", two, "HTTP", 8443, "internal", SecurityGroups=[every]
        )
        self.balancer(PASS, "nlb-443", "network", two, "TCP", 443)
        self.balancer(FAIL, "nlb-2222", "network", two, "TCP", 2222)
        self.classic.create_load_balancer(
            LoadBalancerName="old-25",
            Listeners=[
                {
                    "Protocol": "tcp",
                    "LoadBalancerPort": 25,
                    "InstanceProtocol": "tcp",
                    "InstancePort": 25,
                }
            ],
            Subnets=two[:1],
            SecurityGroups=[every],
        )
        self.interfaces_of(FAIL, "old-25", "ELB old-25")
        target = self.interface(PASS, "alb-8443/target", two[0], every, public=False)
        address = self.ec2.describe_network_interfaces(NetworkInterfaceIds=[target])[
            "NetworkInterfaces"
        ][0]["PrivateIpAddress"]
        self.elb.register_targets(TargetGroupArn=targets, Targets=[{"Id": address}])


for region in sys.argv[1:] or ("eu-west-1", "us-east-1"):
    Network(region).make()
