/** Words and names of many Chinese passwords that the known lists, made of Western leaks, lack; the commonest first. */
export const COMMON_PINYIN = `
woaini woaini1314 woaini520 1314woaini aini1314 woaiwojia mima mimamima wodemima nihao zhongguo
beijing shanghai guangzhou shenzhen laopo laogong baobei baobao kaixin kuaile haohao tiantian
xuexi gongsi taobao zhifubao tengxun huawei xiaomi zhangsan lisi wangwu xiaoming liming zhangwei
wangwei wangfang liwei lina zhangmin lijing wangjing liuwei chenwei zhangli wangli zhangjing
liqiang wangmin limin wanglei liuyang wangyan wangyong lijun zhangyong lijie zhangjie zhanglei
wangqiang lijuan zhangyan zhangtao wangtao liyan wangchao yangyang guiying
`
  .trim()
  .split(/\s+/);
