# language: vi
Tính năng: Chứng thực tại quầy một cửa
  Cán bộ chứng thực bản sao, chữ ký, hợp đồng ngay khi người dân chờ: mỗi giấy tờ một số trong sổ
  chứng thực của năm, phí theo biểu phí của Bộ Tài chính, không cần giấy hẹn.

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Sáu mươi bản sao của một người là một việc, một số
    Biết bây giờ là "2026-03-10T09:00"
    Và ông "Lò Văn Mẫu" mang đến "Bằng tốt nghiệp" 2 trang, xin 60 bản
    Khi cán bộ chứng thực bản sao
    Thì hồ sơ đang ở bước "đã trả kết quả"
    Và mã hồ sơ là "H40.16-260310-0001"
    Và số chứng thực là "01", quyển số "01/2026-SCT/BS"
    Và phí chứng thực là 240000 đồng
    Và phiếu chứng thực ghi "Hai trăm bốn mươi nghìn đồng"

  Tình huống: Mỗi loại giấy tờ một số, số liên tục trong quyển sổ
    Biết bây giờ là "2026-03-10T09:00"
    Và ông "Lò Văn Mẫu" mang đến "Giấy khai sinh" 1 trang, xin 3 bản
    Và mang thêm "Học bạ" 5 trang, xin 2 bản
    Khi cán bộ chứng thực bản sao
    Thì số chứng thực là "01–02", quyển số "01/2026-SCT/BS"
    Và phí chứng thực là 20000 đồng
    Khi bà "Đỗ Thị Ưởng" mang đến "Thẻ căn cước" 1 trang, xin 1 bản
    Và cán bộ chứng thực bản sao
    Thì số chứng thực là "03", quyển số "01/2026-SCT/BS"

  Tình huống: Phí một bản sao không quá hai trăm nghìn đồng
    Biết bây giờ là "2026-03-10T09:00"
    Và ông "Lò Văn Mẫu" mang đến "Hồ sơ dự án" 500 trang, xin 2 bản
    Khi cán bộ chứng thực bản sao
    Thì phí chứng thực là 400000 đồng

  Tình huống: Chữ ký và hợp đồng vào sổ riêng, thu theo việc
    Biết bây giờ là "2026-03-10T09:00"
    Và ông "Lò Văn Mẫu" mang đến "Giấy ủy quyền" 1 trang, xin 1 bản
    Khi cán bộ chứng thực chữ ký
    Thì số chứng thực là "01", quyển số "01/2026-SCT/CK,ĐC"
    Và phí chứng thực là 10000 đồng
    Khi cán bộ chứng thực hợp đồng
    Thì số chứng thực là "01", quyển số "01/2026-SCT/HĐ,GD"
    Và phí chứng thực là 50000 đồng

  Tình huống: Sang năm mới thì mở sổ mới, số trở lại từ đầu
    Biết bây giờ là "2026-12-31T16:00"
    Và ông "Lò Văn Mẫu" mang đến "Giấy khai sinh" 1 trang, xin 1 bản
    Khi cán bộ chứng thực bản sao
    Và bây giờ là "2027-01-04T08:00"
    Và cán bộ chứng thực bản sao
    Thì số chứng thực là "01", quyển số "01/2027-SCT/BS"

  Tình huống: Người được miễn phí thì không thu, nhưng phải ghi lý do
    Biết bây giờ là "2026-03-10T09:00"
    Và ông "Lò Văn Mẫu" mang đến "Giấy khai sinh" 1 trang, xin 5 bản
    Khi cán bộ chứng thực bản sao miễn phí vì "người có công"
    Thì phí chứng thực là 0 đồng
    Và sổ chứng thực bản sao ghi "Miễn phí: người có công"

  Tình huống: Đến sau 15 giờ vẫn chứng thực ngay, hoặc nhận để trả vào ngày làm việc tiếp theo
    Biết bây giờ là "2026-02-13T15:30"
    Và ông "Lò Văn Mẫu" mang đến "Giấy khai sinh" 1 trang, xin 5 bản
    Khi cán bộ chứng thực bản sao
    Thì hồ sơ đang ở bước "đã trả kết quả"
    Khi cán bộ nhận để trả sau
    Thì hồ sơ đang ở bước "đang giải quyết"
    Và hẹn trả lúc "17:30 23/02/2026"

  Tình huống: Ghi sai số bản hoặc số trang thì nhắc, không vào sổ
    Biết bây giờ là "2026-03-10T09:00"
    Và ông "Lò Văn Mẫu" mang đến "Giấy khai sinh" 10000 trang, xin 1 bản
    Khi cán bộ chứng thực bản sao
    Thì chương trình nhắc "Số trang của “Giấy khai sinh” phải từ 1 đến 2.000"
    Và sổ chứng thực bản sao chưa có gì

  Tình huống: Cuối ngày cộng sổ
    Biết bây giờ là "2026-03-10T09:00"
    Và ông "Lò Văn Mẫu" mang đến "Bằng tốt nghiệp" 2 trang, xin 60 bản
    Khi cán bộ chứng thực bản sao
    Và bà "Đỗ Thị Ưởng" mang đến "Giấy khai sinh" 1 trang, xin 3 bản
    Và cán bộ chứng thực bản sao
    Thì hôm nay có 2 lượt, 63 bản, 246000 đồng
    Và sổ hồ sơ nguyên vẹn
